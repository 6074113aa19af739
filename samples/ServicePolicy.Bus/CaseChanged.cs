namespace ServicePolicy.Samples.Bus;

/// <summary>What the bus carries.</summary>
public sealed record CaseChanged(string CaseId, string At, string Outcome);

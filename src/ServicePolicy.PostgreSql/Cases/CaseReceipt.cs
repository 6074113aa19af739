namespace ServicePolicy.PostgreSql.Cases;

/// <summary>What recording facts of a case has come to.</summary>
/// <param name="Version">The version that the case has with them.</param>
/// <param name="Case">All facts of the case with them.</param>
/// <param name="Decision">The decision with them.</param>
public sealed record CaseReceipt(long Version, PolicyCase Case, PolicyDecision Decision);

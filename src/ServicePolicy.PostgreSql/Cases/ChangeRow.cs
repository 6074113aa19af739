namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A change to be delivered, as it is kept.</summary>
internal sealed record ChangeRow(string CaseId, long ChangedAt, string Reason, long Version, string OutcomeBefore, string Outcome, string Decision);

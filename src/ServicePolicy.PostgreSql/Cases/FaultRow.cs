namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A case that could not be decided, as it is kept.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Due">For which instant it could not be.</param>
/// <param name="Tries">How often it could not be.</param>
/// <param name="RetryAt">When it is tried again; <see langword="null"/> where somebody has to look at it first.</param>
/// <param name="Error">Why.</param>
internal sealed record FaultRow(string CaseId, long Due, int Tries, long? RetryAt, string Error);

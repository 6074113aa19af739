namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>A change that no handler took.</summary>
/// <param name="Change">The change.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Error">What the last handler threw: type and message.</param>
public sealed record DeadChange(CaseChange Change, int Tries, string Error);

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>What a batch of cases that were decided again has come to.</summary>
/// <param name="Cases">How many cases were decided.</param>
/// <param name="Changes">How many changes of them are to be delivered.</param>
/// <param name="Faults">How many could not be decided.</param>
/// <param name="IsDone">Whether all open cases were decided again.</param>
public readonly record struct ReevaluationStep(int Cases, int Changes, int Faults, bool IsDone);

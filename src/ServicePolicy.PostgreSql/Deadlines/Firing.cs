using NodaTime;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>What a batch of due cases has come to.</summary>
/// <param name="Cases">How many cases were taken.</param>
/// <param name="Changes">How many changes of them are to be delivered.</param>
/// <param name="Faults">How many cases could not be decided.</param>
/// <param name="NextDue">When the next case is due; <see langword="null"/> where none is.</param>
public readonly record struct Firing(int Cases, int Changes, int Faults, Instant? NextDue);

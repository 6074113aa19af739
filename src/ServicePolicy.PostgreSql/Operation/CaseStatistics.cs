using NodaTime;

namespace ServicePolicy.PostgreSql.Operation;

/// <summary>How the open cases of a schema stand.</summary>
/// <param name="Open">How many cases are open, as the server last estimated it.</param>
/// <param name="Overdue">How many cases are due and not taken yet; <see cref="Most"/> where there are more.</param>
/// <param name="Lag">For how long the first of them has been due; zero where none is.</param>
/// <param name="Undelivered">How many changes are to be delivered; <see cref="Most"/> where there are more.</param>
/// <param name="Dead">How many changes no handler took.</param>
/// <param name="Faulted">How many cases could not be decided.</param>
public sealed record CaseStatistics(long Open, long Overdue, Duration Lag, long Undelivered, long Dead, long Faulted)
{
    /// <summary>Up to how many is counted.</summary>
    public const long Most = 10_000;
}

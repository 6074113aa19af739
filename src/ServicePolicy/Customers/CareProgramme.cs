using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>The care of the key customers of a hall or a service area as a whole: its forums and festival days.</summary>
public sealed record CareProgramme : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>The Id of its time zone in the tz database, such as <c>Asia/Shanghai</c>; half-years and festival days are counted there.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>It ended.</summary>
    public Occurrence Ended { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.KnownZone(this, Zone);
        problems.NotBefore(this, Ended, BeganAt);
    }
}

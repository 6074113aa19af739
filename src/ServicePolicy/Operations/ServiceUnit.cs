using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>A unit with duties that recur: a call centre, a hall, an agent, a branch.</summary>
public sealed record ServiceUnit : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>From when it has the duties.</summary>
    public required Instant From { get; init; }

    /// <summary>It has the duties no longer.</summary>
    public Occurrence Ended { get; init; }

    /// <summary>The Id of its time zone in the tz database, such as <c>Asia/Shanghai</c>; days, weeks and months are counted there.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>What it is.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>The steps of its business at which access to customer data is checked; a unit without any has no such check.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    Instant IFact.OpenedAt => From;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Ended, From);
        problems.KnownZone(this, Zone);
        if (Steps.IsDefault)
        {
            problems.Add(this, nameof(Steps), "it is no list. Give an empty one where there are no steps.");
        }
    }
}

using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>A ruling about a subject, from <see cref="Start"/> until before <see cref="End"/>; the ends of time where open.</summary>
internal readonly record struct Saying(About About, Ruling Ruling, Instant Start, Instant End)
{
    /// <summary>What an indeterminate ruling wants to know.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    public Instant? Due { get; init; }

    /// <summary>The standard that stands instead.</summary>
    public string? Other { get; init; }

    public bool Holds(Instant at) => Start <= at && at < End;
}

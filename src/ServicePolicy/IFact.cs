using NodaTime;

namespace ServicePolicy;

/// <summary>Something the host knows to have happened or to be so: an immutable record with an identity.</summary>
public interface IFact
{
    /// <summary>The host's identifier, unique among the facts of its type in a case.</summary>
    string Id { get; }

    /// <summary>The instant at which the fact came to be; for the root fact of a case it selects the edition of the figures.</summary>
    Instant OpenedAt { get; }

    /// <summary>The host's sequence number: it orders facts that came to be at one instant.</summary>
    long Sequence => 0;

    /// <summary>Adds everything about this fact that cannot be, such as an end before its start.</summary>
    void Check(ref FactProblems problems)
    {
    }
}

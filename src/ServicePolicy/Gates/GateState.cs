using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>What a store keeps for a key.</summary>
/// <remarks>Immutable. A key that nothing was stored for has the default, <see cref="Empty"/>.</remarks>
public sealed record GateState
{
    /// <summary>Nothing spent and nothing held.</summary>
    public static GateState Empty { get; } = new();

    /// <summary>How much of the budget is spent.</summary>
    public int Spent { get; init; }

    /// <summary>The number of the last reservation that was made.</summary>
    public long LastNumber { get; init; }

    /// <summary>The reservations that are not settled, the oldest first.</summary>
    /// <value>Never the default of the array: a store that has none gives none.</value>
    public ImmutableArray<GateHold> Holds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether two states are the same, hold by hold.</summary>
    public bool Equals(GateState? other) =>
        other is not null && Spent == other.Spent && LastNumber == other.LastNumber && Holds.AsSpan().SequenceEqual(other.Holds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Spent, LastNumber, Holds.Length);

    /// <summary>The state once reservations that are abandoned at <paramref name="now"/> are settled.</summary>
    internal GateState At(Instant now, GateBudget budget)
    {
        if (budget.HoldFor is not { } time)
        {
            return this;
        }

        ImmutableArray<GateHold> kept = Holds.RemoveAll(hold => now - hold.TakenAt > time);
        int abandoned = Holds.Length - kept.Length;
        return abandoned == 0 ? this : this with { Holds = kept, Spent = Spent + (budget.Abandoned == AbandonedHold.Spent ? abandoned : 0) };
    }
}

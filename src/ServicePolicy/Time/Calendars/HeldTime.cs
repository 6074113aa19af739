using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Whose time it was: how long each owner held a matter, on the clock of its limit.</summary>
/// <remarks>What is suspended or out of hours is nobody's. The times of all owners add up to what is used up of the limit since the matter first came to one.</remarks>
public sealed class HeldTime
{
    private HeldTime(ImmutableArray<(string Owner, Duration Held)> owners, string? holder) => (Owners, Holder) = (owners, holder);

    /// <summary>The owners and how long each held it, the longest first; of equal ones the first that had it.</summary>
    public ImmutableArray<(string Owner, Duration Held)> Owners { get; }

    /// <summary>Who holds it at the moment; none before it comes to anyone.</summary>
    public string? Holder { get; }

    /// <summary>Who held it longest; none before it comes to anyone.</summary>
    public string? Longest => Owners.IsEmpty ? null : Owners[0].Owner;

    /// <summary>The time of each owner up to <paramref name="at"/>.</summary>
    /// <param name="clock">The clock of the limit.</param>
    /// <param name="holdings">To whom it came when, in any order; of those of one instant the last given stands.</param>
    /// <param name="at">Up to when.</param>
    /// <exception cref="CalendarCoverageException">The calendar has no data for a year up to then.</exception>
    public static HeldTime Of(LimitClock clock, IEnumerable<Holding> holdings, Instant at)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(holdings);
        Holding[] came = [.. holdings.Where(holding => holding.From <= at).OrderBy(holding => holding.From)];
        Dictionary<string, Duration> held = new(StringComparer.Ordinal);
        for (int i = 0; i < came.Length; i++)
        {
            Instant from = Instant.Max(came[i].From, clock.Start), until = i + 1 < came.Length ? Instant.Max(came[i + 1].From, clock.Start) : Instant.Max(at, clock.Start);
            held[came[i].Owner] = held.GetValueOrDefault(came[i].Owner) + clock.UsedBetween(from, until);
        }

        string[] inOrder = [.. came.Select(holding => holding.Owner).Distinct()];
        return new HeldTime([.. inOrder.Select(owner => (owner, held[owner])).OrderByDescending(owner => owner.Item2)], came.Length == 0 ? null : came[^1].Owner);
    }
}

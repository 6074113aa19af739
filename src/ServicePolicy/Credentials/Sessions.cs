using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>The sessions of an account, by place, from its events in order.</summary>
/// <remarks>
/// Each place has a session of its own. An event nobody knows where may be of any place, also of one that no other event names: each place is told on its own, so
/// that with several such events it may stay open what all together would tell.
/// </remarks>
internal sealed class Sessions
{
    private readonly Automaton<AccountEvent, SessionState> session;
    private readonly IReadOnlyList<AccountEvent> events;
    private readonly Dictionary<string, Truth> inUse = new(StringComparer.Ordinal);
    private readonly List<Truth> leftOpen = [], inUseSomewhere = [], leftOpenSomewhere = [];

    public Sessions(IReadOnlyList<AccountEvent> events, TimeLimit idle)
    {
        session = AccountAutomata.Session(idle);
        this.events = [.. events.Where(e => e.Kind.IsUse().Or(e.Kind.IsClosing()) != YesNo.No)];
        AccountEvent[] anywhere = [.. this.events.Where(e => e.Place.IsUnknown)];
        AccountEvent[] closings = [.. anywhere.Where(e => e.Kind.IsClosing() != YesNo.No)];
        foreach (IGrouping<string, AccountEvent> at in this.events.Where(e => !e.Place.IsUnknown).GroupBy(e => e.Place.Value!, StringComparer.Ordinal))
        {
            Course<SessionState> course = session.Follow(at, Instant.MinValue);
            Truth mayBeClosed = MayBeClosed([.. at], closings);
            inUse.Add(at.Key, course.While(state => state == SessionState.InUse) & !mayBeClosed);
            leftOpen.Add(course.While(state => state == SessionState.LeftOpen) & !mayBeClosed);
        }

        Somewhere(anywhere);
    }

    /// <summary>When a session stands open beyond the idle limit, wherever that is.</summary>
    public Truth LeftOpen
    {
        get
        {
            Truth mayBeUsed = Truth.AtLeast(1, inUseSomewhere);
            return Truth.AtLeast(1, [Truth.AtLeast(1, leftOpen) & !mayBeUsed, .. leftOpenSomewhere]);
        }
    }

    /// <summary>When two places are in use at once.</summary>
    public Truth Shared => Truth.AtLeast(2, inUse.Values.Concat(inUseSomewhere));

    /// <summary>When a session at a place is in use.</summary>
    public Truth InUseAt(Reference place) => place.IsUnknown
        ? InUseAnywhere & Truth.Of(place.Exists, nameof(SignInRequest.Place))
        : session.Follow(events, Instant.MinValue, e => e.Place.Is(place)).While(state => state == SessionState.InUse);

    /// <summary>When a session at any other place is in use: wherever the place is, one is while two are.</summary>
    public Truth InUseElsewhere(Reference place) => place.IsUnknown
        ? Shared | (InUseAnywhere & Truth.Of(place.Exists, nameof(SignInRequest.Place)))
        : Truth.AtLeast(1, inUse.Where(session => session.Key != place.Value).Select(session => session.Value).Concat(inUseSomewhere));

    private Truth InUseAnywhere => Truth.AtLeast(1, inUse.Values.Concat(inUseSomewhere));

    /// <summary>From a closing nobody knows where, until it is known again how the session at a place stands.</summary>
    private static Truth MayBeClosed(AccountEvent[] at, AccountEvent[] closings)
    {
        List<Truth> perhaps = [];
        AccountEvent[] known = [.. at.Where(e => !e.Kind.IsUnknown())];
        int closing = 0;
        for (int i = 0; i < known.Length; i++)
        {
            while (closing < closings.Length && closings[closing].HappenedAt < known[i].HappenedAt)
            {
                closing++;
            }

            if (closing < closings.Length)
            {
                perhaps.Add(Perhaps(closings[closing], closings[closing].HappenedAt, i + 1 < known.Length ? known[i + 1].HappenedAt : Instant.MaxValue));
            }
        }

        return Truth.AtLeast(1, perhaps);
    }

    private static Truth Perhaps(AccountEvent @event, Instant from, Instant end) => from >= end
        ? Truth.Never
        : Truth.UnknownDuring(IntervalSet.OfSpans([new Span(from, end)]), @event.Kind.IsUnknown() ? [nameof(AccountEvent.Kind), nameof(AccountEvent.Place)] : [nameof(AccountEvent.Place)]);

    /// <summary>A use nobody knows where is in use somewhere; left open for sure only until the next event, which may be of the same place.</summary>
    private void Somewhere(AccountEvent[] anywhere)
    {
        Dictionary<AccountEvent, Instant> following = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < events.Count; i++)
        {
            following[events[i]] = i + 1 < events.Count ? events[i + 1].HappenedAt : Instant.MaxValue;
        }

        foreach (AccountEvent use in anywhere.Where(e => e.Kind.IsUse() != YesNo.No))
        {
            Instant lapses = session.LapseOf(SessionState.InUse, use.HappenedAt);
            inUseSomewhere.Add(Perhaps(use, use.HappenedAt, lapses));
            leftOpenSomewhere.Add(Perhaps(use, lapses, Instant.MaxValue));
            if (!use.Kind.IsUnknown() && lapses < following[use])
            {
                leftOpenSomewhere.Add(Truth.During(new Interval(lapses, following[use] == Instant.MaxValue ? null : following[use])));
            }
        }
    }
}

using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>When the sessions of an account are in use, by place, from its events in order: surely, and perhaps.</summary>
/// <remarks>
/// A session is in use from the sign-in until it is closed, or until it has stood unused beyond the idle limit. An event of unknown kind
/// may be a use, a closing or neither; one at an unknown place may be of any place, named or not. Each place is told on its own.
/// </remarks>
internal sealed class SessionHistory
{
    private readonly Dictionary<string, SessionPlace> places = new(StringComparer.Ordinal);
    private readonly SessionPlace unnamed;
    private readonly List<SessionStretch> usedSomewhere = [], leftSomewhere = [];
    private readonly List<Span> surelyLeftSomewhere = [];
    private readonly Duration idle;

    public SessionHistory(IReadOnlyList<AccountEvent> events, Duration idle)
    {
        this.idle = idle;
        unnamed = new SessionPlace(LapseAfter);
        AccountEvent[] entries = [.. events.Where(e => e.MayUse() || e.MayClose())];
        foreach (string name in entries.Select(e => e.Place.Value).OfType<string>())
        {
            places.TryAdd(name, new SessionPlace(LapseAfter));
        }

        for (int i = 0; i < entries.Length; i++)
        {
            if (entries[i].Place.Value is { } name)
            {
                places[name].Apply(entries[i]);
            }
            else
            {
                ApplySomewhere(entries[i], i + 1 < entries.Length ? entries[i + 1].HappenedAt : Instant.MaxValue);
            }
        }

        foreach (SessionPlace place in places.Values.Append(unnamed))
        {
            place.Until(Instant.MaxValue);
        }
    }

    /// <summary>When a session was surely left open beyond the idle limit, wherever that was.</summary>
    public IntervalSet LeftOpen => IntervalSet.OfSpans(places.Values.SelectMany(place => place.Left).Concat(surelyLeftSomewhere));

    /// <summary>When one perhaps was.</summary>
    public IEnumerable<SessionStretch> PerhapsLeftOpen => places.Values.SelectMany(place => place.PerhapsLeft).Concat(leftSomewhere);

    /// <summary>When two places are surely in use at once.</summary>
    public IntervalSet Shared => IntervalSet.OfSpans(
        AtOnce(places.Values.SelectMany(place => place.Used).Select(used => new SessionStretch(used, SessionDoubt.None))).Select(shared => shared.During));

    /// <summary>When two places are perhaps in use at once.</summary>
    public IEnumerable<SessionStretch> PerhapsShared => AtOnce(places.Values.SelectMany(place => place.PerhapsUsed).Concat(usedSomewhere));

    /// <summary>When a session at the place is surely in use.</summary>
    public IntervalSet InUseAt(string place) => IntervalSet.OfSpans(At(place).Used);

    /// <summary>When one is perhaps in use there.</summary>
    public IEnumerable<SessionStretch> PerhapsInUseAt(string place) => At(place).PerhapsUsedByAny;

    /// <summary>When a session at any other place is surely in use.</summary>
    public IntervalSet InUseElsewhere(string place) => IntervalSet.OfSpans(Others(place).SelectMany(other => other.Used));

    /// <summary>When one is perhaps in use at any place but this, or at any where no place is given.</summary>
    public IEnumerable<SessionStretch> PerhapsInUseElsewhere(string? place) => Others(place).SelectMany(other => other.PerhapsUsed).Concat(usedSomewhere);

    private SessionPlace At(string place) => places.GetValueOrDefault(place, unnamed);

    private IEnumerable<SessionPlace> Others(string? place) => places.Where(pair => pair.Key != place).Select(pair => pair.Value);

    /// <summary>A session somewhere is left open for sure only until the next event, which may be of the same place.</summary>
    private void ApplySomewhere(AccountEvent @event, Instant next)
    {
        foreach (SessionPlace place in places.Values.Append(unnamed))
        {
            place.Apply(@event);
        }

        if (@event.MayUse())
        {
            Instant lapses = LapseAfter(@event.HappenedAt);
            usedSomewhere.Add(new SessionStretch(new Span(@event.HappenedAt, lapses), @event.SessionDoubts()));
            leftSomewhere.Add(new SessionStretch(new Span(lapses, Instant.MaxValue), @event.SessionDoubts()));
            if (!@event.MayClose())
            {
                surelyLeftSomewhere.Add(new Span(lapses, next));
            }
        }
    }

    private Instant LapseAfter(Instant used) => used <= Instant.MaxValue - idle - Duration.Epsilon ? used + idle + Duration.Epsilon : Instant.MaxValue;

    /// <summary>Where two or more of the stretches overlap, and all that is doubtful of them.</summary>
    private static List<SessionStretch> AtOnce(IEnumerable<SessionStretch> stretches)
    {
        List<(Instant At, int Step, SessionDoubt Doubt)> steps = [];
        foreach (SessionStretch stretch in stretches)
        {
            steps.Add((stretch.During.Start, 1, stretch.Doubt));
            steps.Add((stretch.During.End, -1, stretch.Doubt));
        }

        List<SessionStretch> shared = [];
        int inUse = 0, ofKind = 0, ofPlace = 0;
        Instant since = Instant.MinValue;
        foreach ((Instant at, int step, SessionDoubt doubt) in steps.OrderBy(step => step.At))
        {
            if (inUse >= 2 && since < at)
            {
                shared.Add(new SessionStretch(new Span(since, at), (ofKind > 0 ? SessionDoubt.Kind : 0) | (ofPlace > 0 ? SessionDoubt.Place : 0)));
            }

            since = at;
            inUse += step;
            ofKind += doubt.HasFlag(SessionDoubt.Kind) ? step : 0;
            ofPlace += doubt.HasFlag(SessionDoubt.Place) ? step : 0;
        }

        return shared;
    }
}

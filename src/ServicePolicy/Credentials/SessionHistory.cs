using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>When the sessions of an account are in use, by place, from its events in order.</summary>
/// <remarks>
/// A session is in use from the sign-in until it is closed, or until it has stood unused beyond the idle limit. Events without a known
/// place are of a place that may be any.
/// </remarks>
internal sealed class SessionHistory
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Place somewhere = new();
    private readonly Duration idle;

    public SessionHistory(IReadOnlyList<AccountEvent> events, Duration idle)
    {
        this.idle = idle;
        foreach (AccountEvent @event in events)
        {
            if (@event.Kind is AccountEventKind.SignedIn or AccountEventKind.SessionRefreshed or AccountEventKind.SignedOut)
            {
                At(@event.Place).Apply(@event, LapseAfter(@event.HappenedAt));
            }
        }

        foreach (Place place in places.Values.Append(somewhere))
        {
            place.Close(Instant.MaxValue);
        }
    }

    /// <summary>When a session was left open beyond the idle limit, wherever that was.</summary>
    public IntervalSet LeftOpen => IntervalSet.OfSpans(places.Values.Append(somewhere).SelectMany(place => place.Lapsed));

    /// <summary>When sessions at an unknown place are in use.</summary>
    public IntervalSet Somewhere => IntervalSet.OfSpans(somewhere.Used);

    /// <summary>When a session at the place is in use.</summary>
    public IntervalSet InUseAt(Reference place) => place.Value is { } name && places.TryGetValue(name, out Place? known) ? IntervalSet.OfSpans(known.Used) : IntervalSet.Empty;

    /// <summary>When a session at any other known place is in use.</summary>
    public IntervalSet InUseElsewhere(Reference place) =>
        IntervalSet.OfSpans(places.Where(pair => pair.Key != place.Value).SelectMany(pair => pair.Value.Used));

    /// <summary>When two known places are in use at once.</summary>
    public IntervalSet Shared()
    {
        List<(Instant At, int Step)> steps = [];
        foreach (Span used in places.Values.SelectMany(place => place.Used))
        {
            steps.Add((used.Start, 1));
            steps.Add((used.End, -1));
        }

        List<Span> shared = [];
        int inUse = 0;
        Instant since = default;
        foreach ((Instant at, int step) in steps.Order())
        {
            inUse += step;
            if (inUse == 2 && step > 0)
            {
                since = at;
            }
            else if (inUse == 1 && step < 0)
            {
                shared.Add(new Span(since, at));
            }
        }

        return IntervalSet.OfSpans(shared);
    }

    private Instant LapseAfter(Instant used) => used <= Instant.MaxValue - idle - Duration.Epsilon ? used + idle + Duration.Epsilon : Instant.MaxValue;

    private Place At(Reference place)
    {
        if (place.Value is not { } name)
        {
            return somewhere;
        }

        if (!places.TryGetValue(name, out Place? known))
        {
            places.Add(name, known = new Place());
        }

        return known;
    }

    private sealed class Place
    {
        private Instant? since;
        private Instant lapses;

        public List<Span> Used { get; } = [];

        public List<Span> Lapsed { get; } = [];

        public void Apply(AccountEvent @event, Instant lapseAfter)
        {
            Instant at = @event.HappenedAt;
            if (@event.Kind == AccountEventKind.SignedOut || at >= lapses)
            {
                Close(at);
            }

            if (@event.Kind != AccountEventKind.SignedOut)
            {
                since ??= at;
                lapses = lapseAfter;
            }
        }

        public void Close(Instant at)
        {
            if (since is { } start)
            {
                Used.Add(new Span(start, Instant.Min(at, lapses)));
                Lapsed.Add(new Span(lapses, at));
                since = null;
            }
        }
    }
}

using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>The session at one place: when it surely is in use or left open, and when it perhaps is.</summary>
/// <param name="lapseAfter">When a session that was used at an instant lapses.</param>
internal sealed class SessionPlace(Func<Instant, Instant> lapseAfter)
{
    private Instant from = Instant.MinValue;
    private bool perhapsClosed = true;
    private Instant? firstUse, lastUse, lastUseByAny;
    private SessionDoubt doubt, doubtByAny;

    /// <summary>Surely in use.</summary>
    public List<Span> Used { get; } = [];

    /// <summary>Perhaps in use, by the events of this place alone.</summary>
    public List<SessionStretch> PerhapsUsed { get; } = [];

    /// <summary>Perhaps in use, with the events that may be of this place.</summary>
    public List<SessionStretch> PerhapsUsedByAny { get; } = [];

    /// <summary>Surely left open.</summary>
    public List<Span> Left { get; } = [];

    /// <summary>Perhaps left open, by a use at this place.</summary>
    public List<SessionStretch> PerhapsLeft { get; } = [];

    /// <summary>An event of this place, or one that may be.</summary>
    public void Apply(AccountEvent @event)
    {
        Instant at = @event.HappenedAt;
        Until(at);
        SessionDoubt doubts = @event.SessionDoubts();
        if (doubts == SessionDoubt.None)
        {
            perhapsClosed = @event.MayClose();
            firstUse = lastUse = lastUseByAny = @event.MayUse() ? at : null;
            doubt = doubtByAny = SessionDoubt.None;
            return;
        }

        doubtByAny |= @event.MayUse() || lastUseByAny is not null ? doubts : SessionDoubt.None;
        if (@event.MayClose())
        {
            perhapsClosed = true;
            doubt |= firstUse is null ? SessionDoubt.None : doubts;
        }

        if (@event.MayUse())
        {
            lastUseByAny = at;
            if (!doubts.HasFlag(SessionDoubt.Place))
            {
                firstUse ??= at;
                lastUse = at;
                doubt |= doubts;
            }
        }
    }

    /// <summary>Nothing happens until an instant.</summary>
    public void Until(Instant next)
    {
        if (firstUse is { } first && lastUse is { } last && lastUseByAny is { } lastByAny)
        {
            if (!perhapsClosed)
            {
                Add(Used, from, Instant.Min(next, lapseAfter(first)));
                Add(Left, Instant.Max(from, lapseAfter(lastByAny)), next);
            }

            Add(PerhapsUsed, from, Instant.Min(next, lapseAfter(last)), doubt);
            Add(PerhapsLeft, Instant.Max(from, lapseAfter(first)), next, doubtByAny);
        }

        if (lastUseByAny is { } any)
        {
            Add(PerhapsUsedByAny, from, Instant.Min(next, lapseAfter(any)), doubtByAny);
        }

        from = next;
    }

    private static void Add(List<Span> spans, Instant start, Instant end)
    {
        if (start < end)
        {
            spans.Add(new Span(start, end));
        }
    }

    private static void Add(List<SessionStretch> stretches, Instant start, Instant end, SessionDoubt doubt)
    {
        if (start < end)
        {
            stretches.Add(new SessionStretch(new Span(start, end), doubt));
        }
    }
}

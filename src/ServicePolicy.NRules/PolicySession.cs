using NodaTime;
using NRules;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>An NRules session that knows its instant, and refuses what the engine refuses.</summary>
/// <remarks>
/// <para>The working memory has the findings that hold at <see cref="Instant"/>, as <see cref="FindingFact"/>, so that a rule of the host on a
/// breach fires when the breach begins. <see cref="AdvanceTo"/> moves on and <see cref="NextChange"/> says when to.</para>
/// <para>A fact is checked when it is inserted or updated. One that cannot be throws what the engine throws, and the session stays as it was.</para>
/// <para>Not safe to share by threads.</para>
/// </remarks>
public sealed partial class PolicySession
{
    private readonly ISession session;
    private readonly SessionState state;
    private readonly ShownFindings shown;
    private readonly Plan plan;

    internal PolicySession(ISession session, Plan plan, Consumers consumers, Span window, bool shows)
    {
        this.session = session;
        this.plan = plan;
        shown = new ShownFindings(plan, window.Start);
        state = new SessionState(window, new SessionFindings(session, consumers, shows ? shown : null));
        session.DependencyResolver = new StateResolver(state, session.DependencyResolver);
    }

    /// <summary>The instant for which the working memory has findings.</summary>
    public Instant Instant => shown.Now;

    /// <summary>When other findings will hold than at <see cref="Instant"/>, as things stand after the last <see cref="Fire()"/>.</summary>
    public NextChange NextChange
    {
        get
        {
            Instant next = shown.NextBoundary(out bool changes);
            if (!changes)
            {
                return Timeline().At(Instant).NextChange;
            }

            return state.Windowed && next >= state.Window.End ? NextChange.NotBefore(state.Window.End) : NextChange.AtOrNever(next);
        }
    }

    /// <summary>Moves on to a later instant: findings that ended by then leave the working memory, those that began and still hold enter it.</summary>
    /// <remarks>
    /// Rules of the host see that at the next <see cref="Fire()"/>. What begins and ends on the way is passed over; to see each step, advance from one
    /// <see cref="NextChange"/> to the next. Beyond the session's window the window moves on too.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before the session's.</exception>
    public void AdvanceTo(Instant instant)
    {
        if (instant < Instant)
        {
            throw new ArgumentOutOfRangeException(nameof(instant), instant, $"The session is at '{Instant}' already, and time in it moves forward. Ask {nameof(Timeline)} about an earlier instant.");
        }

        if (!state.Window.Contains(instant))
        {
            Duration length = state.Window.End - state.Window.Start;
            state.MoveTo(new Span(instant, instant <= Instant.MaxValue - length ? instant + length : Instant.MaxValue));
        }

        state.Findings.AdvanceTo(instant);
    }

    /// <summary>All findings over time on the facts in the session, as the engine says them of a case with that root.</summary>
    /// <exception cref="ArgumentException">The fact is not in the session.</exception>
    public PolicyTimeline Timeline(IFact root)
    {
        ArgumentNullException.ThrowIfNull(root);
        IFact held = Find(root) as IFact ?? throw new ArgumentException($"{FactKey.Of(root)} is not in the session. Insert it first.", nameof(root));
        return Timeline(new PolicyCase(held, session.Query<IFact>().AsEnumerable().Where(fact => !ReferenceEquals(fact, held))));
    }

    internal PolicyTimeline Timeline(PolicyCase @case) => MatchRunner.Gather(plan, @case, state.Window, Said(@case), state.Windowed, state.ProblemsFrom);

    private PolicyTimeline Timeline()
    {
        IFact[] facts = [.. session.Query<IFact>()];
        return Timeline(new PolicyCase(facts[0], facts.Skip(1)));
    }

    /// <summary>What was found of facts that are still there; after a retraction the rest goes when the session fires.</summary>
    private IEnumerable<LoneFinding> Said(PolicyCase @case)
    {
        HashSet<FactKey> there = [.. @case.Facts.Select(FactKey.Of)];
        return state.Findings.All.Where(finding => there.Contains(FactKey.Of(finding.Subject)));
    }
}

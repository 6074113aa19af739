using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>All findings of a case over time: the status at any instant, past or future, from one evaluation.</summary>
/// <remarks>Immutable and safe to share. Recurring findings are worked out for the window only; all others reach as far as they hold.</remarks>
public sealed class PolicyTimeline : PolicyRuling
{
    private readonly int plain;
    private readonly CaseEvaluation evaluation;

    internal PolicyTimeline(Plan plan, CaseEvaluation evaluation, Cell[] cells, int plain)
        : base(plan, evaluation.Case, evaluation.Details, cells)
    {
        this.plain = plain;
        this.evaluation = evaluation;
    }

    /// <summary>The stretch of time for which recurring findings were worked out.</summary>
    public Interval Window => evaluation.Window.ToInterval();

    internal override Instant? Moment => null;

    internal TraceRecorder? Trace => evaluation.Trace;

    /// <summary>The decision at an instant of the evaluation.Window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside the window.</exception>
    public PolicyDecision At(Instant instant)
    {
        if (!evaluation.Window.Contains(instant))
        {
            throw new ArgumentOutOfRangeException(nameof(instant), instant, $"The timeline was worked out for {Window}. Ask for an instant in it, or for a wider window.");
        }

        return Slice.Decide(Plan, evaluation, Room, plain, instant, Instant.MaxValue);
    }

    /// <summary>Whether a request at <paramref name="asOf"/> is allowed, and if not, from when (S15).</summary>
    internal RequestDecision Request(Instant asOf)
    {
        Concern[] concerns = [.. Plan.Concerns.Where(concern => concern.Request == evaluation.Case.Root.GetType())];
        HashSet<int> about = [0, .. concerns.SelectMany(concern => concern.Positions(evaluation))];
        PolicyDecision decision = At(asOf);
        if (!about.Any(position => Plan.LooksAt(evaluation.Fact(position).GetType())))
        {
            return new RequestDecision(decision, RequestOutcome.NotApplicable, null, []);
        }

        HashSet<FactKey> subjects = [.. about.Select(position => FactKey.Of(evaluation.Fact(position)))];
        Finding[] inTheWay = [.. Findings.Where(finding => finding.IsInTheWay && subjects.Contains(finding.Subject))];
        IntervalSet refused = Holding(inTheWay.Where(finding => finding.Kind == FindingKind.Prohibition));
        Instant? first = Holding(inTheWay).Complement().FirstAtOrAfter(asOf);
        RequestOutcome outcome = first == asOf ? RequestOutcome.Allowed
            : !refused.Contains(asOf) ? RequestOutcome.Indeterminate
            : first is null || first >= evaluation.Window.End ? RequestOutcome.Denied
            : RequestOutcome.Deferred;
        return new RequestDecision(
            decision,
            outcome,
            outcome == RequestOutcome.Deferred ? first : null,
            [.. decision.Findings.Where(finding => subjects.Contains(finding.Subject) && (outcome == RequestOutcome.Allowed ? finding.Kind == FindingKind.Permission : finding.IsInTheWay && Holding([finding]).Contains(asOf)))]);
    }

    private IntervalSet Holding(IEnumerable<Finding> inTheWay) => IntervalSet.OfSpans(inTheWay.SelectMany(Forbidding));

    /// <summary>When a finding forbids, or may: what cannot be told after that goes on with what cannot be told before.</summary>
    private IEnumerable<Span> Forbidding(Finding finding)
    {
        (short standard, int subject) = (finding.Cell.Standard, finding.Cell.Subject);
        return finding.Kind == FindingKind.Prohibition ? [Span.Of(finding.Holds)]
            : evaluation.MayForbid.Where(may => may.Standard == standard && may.Subject == subject).Select(may => may.When).DefaultIfEmpty(Span.Of(finding.Holds));
    }
}

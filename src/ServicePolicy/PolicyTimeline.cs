using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>All findings of a case over time: the status at any instant, past or future, from one evaluation.</summary>
/// <remarks>Immutable and safe to share. Recurring findings are worked out for the window only; all others reach as far as they hold.</remarks>
public sealed class PolicyTimeline : PolicyRuling
{
    private readonly Cell[] cells;
    private readonly int plain;
    private readonly CaseEvaluation evaluation;

    internal PolicyTimeline(Plan plan, CaseEvaluation evaluation, Cell[] cells, int plain)
        : base(plan, evaluation.Case, evaluation.Details)
    {
        this.cells = cells;
        this.plain = plain;
        this.evaluation = evaluation;
    }

    /// <summary>The stretch of time for which recurring findings were worked out.</summary>
    public Interval Window => evaluation.Window.ToInterval();

    internal override ReadOnlySpan<Cell> Cells => cells;

    internal override Instant? Moment => null;

    internal TraceRecorder? Trace => evaluation.Trace;

    /// <summary>The decision at an instant of the evaluation.Window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside the evaluation.Window.</exception>
    public PolicyDecision At(Instant instant)
    {
        if (!evaluation.Window.Contains(instant))
        {
            throw new ArgumentOutOfRangeException(nameof(instant), instant, $"The timeline was worked out for {Window}. Ask for an instant in it, or for a wider evaluation.Window.");
        }

        return Slice.Decide(Plan, evaluation, cells, plain, instant, Instant.MaxValue);
    }

    /// <summary>Whether a request at <paramref name="asOf"/> is allowed, and if not, from when.</summary>
    internal RequestDecision Request(Instant asOf)
    {
        List<Span> refused = [], untold = [];
        foreach (Cell cell in cells)
        {
            if (cell.Kind is FindingKind.Prohibition or FindingKind.Indeterminate)
            {
                (cell.Kind == FindingKind.Prohibition ? refused : untold).Add(new Span(cell.Start, cell.End));
            }
        }

        IntervalSet free = IntervalSet.OfSpans([.. refused, .. untold]).Complement();
        Instant? first = free.FirstAtOrAfter(asOf);
        if (first >= evaluation.Window.End)
        {
            first = null;
        }

        bool refusedToTheEnd = IntervalSet.OfSpans(refused).Contains(evaluation.Window.End - Duration.Epsilon);
        RequestOutcome outcome = first == asOf ? RequestOutcome.Allowed
            : first is not null ? RequestOutcome.Deferred
            : refusedToTheEnd ? RequestOutcome.Denied
            : RequestOutcome.Indeterminate;
        PolicyDecision decision = At(asOf);
        return new RequestDecision(decision, outcome, outcome == RequestOutcome.Deferred ? first : null, Deciding(decision, outcome));
    }

    private Finding[] Deciding(PolicyDecision decision, RequestOutcome outcome)
    {
        if (outcome is RequestOutcome.Denied or RequestOutcome.Indeterminate)
        {
            FindingKind kind = outcome == RequestOutcome.Denied ? FindingKind.Prohibition : FindingKind.Indeterminate;
            Finding[] endless = [.. Findings.Where(finding => finding.Kind == kind && (!finding.Holds.HasEnd || finding.Holds.End >= evaluation.Window.End))];
            if (endless.Length > 0)
            {
                return endless;
            }
        }

        return [.. decision.Findings.Where(finding => outcome == RequestOutcome.Allowed
            ? finding.Kind == FindingKind.Permission
            : finding.Kind is FindingKind.Prohibition or FindingKind.Indeterminate)];
    }
}

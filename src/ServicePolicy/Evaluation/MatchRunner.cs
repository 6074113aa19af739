using System.Runtime.InteropServices;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>Runs one rule of a plan on what another engine matched.</summary>
internal static class MatchRunner
{
    /// <summary>The first fact, the second, and whatever else a finding may be about.</summary>
    public const int Subjects = 3;

    private const int Elsewhere = 2;

    /// <summary>What the rule finds of a match.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="first">The first fact.</param>
    /// <param name="second">The second fact, the facts collected, or null.</param>
    /// <param name="consumed">The findings that the rule consumes.</param>
    /// <param name="window">The stretch of time for which recurring findings are wanted.</param>
    /// <param name="problems">What the rule found impossible.</param>
    /// <param name="windowed">Whether the rule has recurring findings.</param>
    public static List<LoneFinding> Run(
        Plan plan,
        CompiledRule rule,
        IFact first,
        object? second,
        IReadOnlyList<LoneFinding> consumed,
        Span window,
        ref FactProblems problems,
        out bool windowed)
    {
        List<object> details = [];
        CaseEvaluation evaluation = new(plan.Settings, first, second as IFact, window, consumed.Count, details);
        FindingSink to = new(evaluation, new Cell[8]);
        try
        {
            foreach (LoneFinding finding in consumed)
            {
                int subject = Same(finding.Subject, first) ? 0 : second is IFact fact && Same(finding.Subject, fact) ? 1 : Elsewhere;
                to.Append(finding.Cell with { Subject = subject, Detail = finding.Missing is { } missing ? evaluation.Detail(missing) : 0 });
            }

            rule.RunMatched(first, second, ref to);
            List<LoneFinding> found = [];
            foreach (ref readonly Cell cell in to.Cells[(rule.Rule is SettlementRule ? 0 : consumed.Count)..])
            {
                found.Add(new LoneFinding(plan, first, cell, cell.Detail == 0 ? null : details[cell.Detail - 1]));
            }

            problems.AddRange(evaluation.Problems);
            windowed = evaluation.Windowed;
            return found;
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            throw new RuleFaultException(rule.Rule.StandardId, rule.Rule.Name, FactKey.Of(first), exception);
        }
    }

    /// <summary>Puts findings that another engine made into the canonical form of a timeline.</summary>
    public static PolicyTimeline Gather(Plan plan, PolicyCase @case, Span window, IEnumerable<LoneFinding> findings, bool windowed)
    {
        Dictionary<FactKey, int> positions = [];
        for (int i = 0; i < @case.Facts.Length; i++)
        {
            positions.Add(FactKey.Of(@case.Facts[i]), i);
        }

        CaseEvaluation evaluation = new(plan, @case, window) { Windowed = windowed };
        List<Cell> cells = [];
        HashSet<(short, int)> seen = [];
        foreach (LoneFinding finding in findings)
        {
            Cell cell = finding.Cell with { Subject = positions[FactKey.Of(finding.Subject)], Detail = finding.Missing is { } missing ? evaluation.Detail(missing) : 0 };
            cells.Add(cell);
            if (!seen.Add((cell.Standard, cell.Subject)))
            {
                evaluation.Repeated.Add((cell.Standard, cell.Subject));
            }
        }

        Span<Cell> canonical = Canonical.Of(CollectionsMarshal.AsSpan(cells), evaluation, evaluation.Repeated.Count > 0, out int plain);
        return new PolicyTimeline(plan, evaluation, canonical.ToArray(), plain);
    }

    private static bool Same(IFact left, IFact right) => ReferenceEquals(left, right) || (left.GetType() == right.GetType() && left.Id == right.Id);
}

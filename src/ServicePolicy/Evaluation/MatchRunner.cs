using System.Runtime.InteropServices;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>Runs rules of a plan on what another engine matched.</summary>
internal static class MatchRunner
{
    /// <summary>What one rule finds of a match.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="first">The first fact.</param>
    /// <param name="second">The second fact, the facts collected, or null.</param>
    /// <param name="consumed">The findings that the rule consumes.</param>
    /// <param name="window">The stretch of time for which recurring findings are wanted.</param>
    public static MatchResult Run(Plan plan, CompiledRule rule, IFact first, object? second, IReadOnlyList<LoneFinding> consumed, Span window)
    {
        List<object> details = [];
        List<IFact> facts = second is IFact joined ? [first, joined] : [first];
        int[] subjects = consumed.Count == 0 ? [] : [.. consumed.Select(finding => PositionOf(finding.Subject, facts))];
        CaseEvaluation evaluation = new(plan.Settings, [.. facts], window, consumed.Count, details) { Standards = plan.Standards };
        FindingSink to = new(evaluation, Plan.Borrow());
        try
        {
            for (int i = 0; i < consumed.Count; i++)
            {
                Append(consumed[i], subjects[i], ref to);
            }

            rule.RunMatched(first, second, ref to);
            if (rule.Rule is SettlementRule)
            {
                return Result(plan, evaluation, to.Cells, facts, ofSettlement: true);
            }

            ReadOnlySpan<Cell> said = to.Cells[consumed.Count..];
            return Result(plan, evaluation, MayOverlap(said) ? CollectionsMarshal.AsSpan(United(said, evaluation)) : said, facts);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            throw new RuleFaultException(rule.Rule.StandardId, rule.Rule.Name, FactKey.Of(first), exception);
        }
        finally
        {
            Plan.GiveBack(to.Scratch);
        }
    }

    /// <summary>What the rules of a standard find of a fact and of what was matched with it, as one ruling.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rules">The rules of the standard that matched; of the others not all facts are there, and they have nothing to say.</param>
    /// <param name="facts">The fact, and all that any of the rules has matched with it.</param>
    /// <param name="consumed">The findings that any of the rules consumes.</param>
    /// <param name="window">The stretch of time for which recurring findings are wanted.</param>
    public static MatchResult RunClause(Plan plan, CompiledRule[] rules, IReadOnlyList<IFact> facts, IReadOnlyList<LoneFinding> consumed, Span window)
    {
        List<IFact> all = [.. facts];
        int[] subjects = [.. consumed.Select(finding => PositionOf(finding.Subject, all))];
        PolicyCase matched = new(all[0], all.Skip(1));
        CaseEvaluation evaluation = new(plan, matched, window, consumed: consumed.Count) { Rules = rules };
        FindingSink to = new(evaluation, Plan.Borrow());
        try
        {
            for (int i = 0; i < consumed.Count; i++)
            {
                Append(consumed[i], subjects[i], ref to);
            }

            foreach (CompiledRule rule in rules)
            {
                Run(rule, facts[0], ref to);
            }

            Clauses.Unite(evaluation, consumed.Count, ref to);
            return Result(plan, evaluation, to.Cells[consumed.Count..], all);
        }
        finally
        {
            Plan.GiveBack(to.Scratch);
        }
    }

    private static void Run(CompiledRule rule, IFact first, ref FindingSink to)
    {
        try
        {
            rule.Run(first, 0, ref to);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            throw new RuleFaultException(rule.Rule.StandardId, rule.Rule.Name, FactKey.Of(first), exception);
        }
    }

    /// <summary>Puts findings that another engine made into the canonical form of a timeline.</summary>
    public static PolicyTimeline Gather(
        Plan plan,
        PolicyCase @case,
        Span window,
        IEnumerable<LoneFinding> findings,
        bool windowed,
        IEnumerable<(NodaTime.Instant From, FactProblem Problem)>? problemsFrom = null)
    {
        Dictionary<FactKey, int> positions = [];
        for (int i = 0; i < @case.Facts.Length; i++)
        {
            positions.Add(FactKey.Of(@case.Facts[i]), i);
        }

        CaseEvaluation evaluation = new(plan, @case, window) { Windowed = windowed, ProblemsFrom = [.. problemsFrom ?? []] };
        List<Cell> cells = [];
        HashSet<(short, int)> seen = [];
        foreach (LoneFinding finding in findings.Where(finding => !finding.IsSettled))
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

    /// <summary>Whether two cells may stand at one time; those of one limit follow one another.</summary>
    private static bool MayOverlap(ReadOnlySpan<Cell> cells)
    {
        for (int i = 1; i < cells.Length; i++)
        {
            if (cells[i].Start < cells[i - 1].End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One ruling about each fact; most rules speak of one alone.</summary>
    private static List<Cell> United(ReadOnlySpan<Cell> cells, CaseEvaluation evaluation)
    {
        List<Cell> all = [.. cells];
        return all.TrueForAll(cell => cell.Subject == all[0].Subject)
            ? Parts.Unite(all, evaluation)
            : [.. all.GroupBy(cell => cell.Subject).SelectMany(about => Parts.Unite([.. about], evaluation))];
    }

    /// <summary>Where the fact that a finding is about stands among others; it is added where it is not there yet.</summary>
    private static int PositionOf(IFact subject, List<IFact> facts)
    {
        int position = facts.FindIndex(fact => Same(fact, subject));
        if (position < 0)
        {
            position = facts.Count;
            facts.Add(subject);
        }

        return position;
    }

    private static void Append(LoneFinding finding, int subject, ref FindingSink to) =>
        to.Append(finding.Cell with { Subject = subject, Detail = finding.Missing is { } missing ? to.Evaluation.Detail(missing) : 0 });

    private static MatchResult Result(Plan plan, CaseEvaluation evaluation, ReadOnlySpan<Cell> cells, List<IFact> facts, bool ofSettlement = false)
    {
        List<LoneFinding> found = new(cells.Length);
        foreach (ref readonly Cell cell in cells)
        {
            found.Add(new LoneFinding(plan, facts[cell.Subject], cell, cell.Detail == 0 ? null : evaluation.Details[cell.Detail - 1], ofSettlement));
        }

        return new MatchResult(found, evaluation.Problems, evaluation.ProblemsFrom, evaluation.Windowed, evaluation.SawDoubt);
    }

    private static bool Same(IFact left, IFact right) => ReferenceEquals(left, right) || (left.GetType() == right.GetType() && left.Id == right.Id);
}

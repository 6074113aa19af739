using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule on a fact and what is matched with it, ready to run.</summary>
internal sealed class CompiledPairRule<T, TSecond>(PairRule<T, TSecond> rule, RulePlace place, short[] consumed)
    : CompiledRule<T>(rule, place, consumed)
    where T : class, IFact
    where TSecond : class
{
    protected override IEnumerable<string> Texts => [.. base.Texts, .. PairTexts];

    private IEnumerable<string> PairTexts => [.. (rule.PairConditions ?? []).Select(condition => condition.Text), rule.Text];

    public override void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into)
    {
        base.AddUnknowns(position, evaluation, into);
        foreach (int second in rule.Source.Positions(position, evaluation))
        {
            if (!IsRuledOut((T)evaluation.Fact(position), evaluation.Fact(second)))
            {
                into.Add(second, evaluation.Fact(second), PairTexts, parameter: 1);
            }
        }
    }

    /// <summary>Whether the rule says nothing of a pair whatever is unknown of it turns out to be.</summary>
    private bool IsRuledOut(T fact, IFact other) => other is TSecond second && (rule.PairConditions ?? []).Exists(condition => condition.Answer(fact, second) == YesNo.No);

    public override void AddTo(FactProgram program)
    {
        // A fact alone has nothing to be joined with; where an empty collection matters the case is decided as a case.
        program.NeedsCase |= rule.NeedsCase;
    }

    public override void RunCase(ref FindingSink to)
    {
        // Where there is nothing to be joined with, no fact need be asked anything.
        if (rule.NeedsCase || to.TraceOrNull is not null || to.Evaluation.Case.Has(rule.Source.Type))
        {
            base.RunCase(ref to);
        }
    }

    public override void RunMatched(IFact first, object? second, ref FindingSink to)
    {
        TSecond taken = rule.Source.Take(second!);
        if (!Applies((T)first, ref to, out int doubt))
        {
            return;
        }

        doubt = Named(doubt, (T)first, ref to);
        if (Applies((T)first, taken, to.Evaluation, ref doubt))
        {
            to.Enter(Standard, Part, 0, Keep, Claiming);
            to.Second = taken;
            Speak((T)first, taken, 0, second is IFact ? 1 : -1, Truth.Always, doubt, ref to);
        }
    }

    public override void Run(IFact first, int position, ref FindingSink to)
    {
        T fact = (T)first;
        if (!Applies(fact, ref to, out int doubt) || Fits(fact, position, ref to) is not { IsNever: false } when)
        {
            return;
        }

        CaseEvaluation evaluation = to.Evaluation;
        bool any = rule.Source.TryFirst(position, evaluation, out int secondPosition, out TSecond? second);
        if (!any)
        {
            evaluation.Trace?.Add(rule, fact, $"has {rule.Source.Type.Name}", YesNo.No, []);
        }

        for (; any; any = rule.Source.TryNext(position, evaluation, ref secondPosition, out second))
        {
            int together = doubt = Named(doubt, fact, ref to);
            if (Applies(fact, second!, evaluation, ref together))
            {
                to.Enter(Standard, Part, position, Keep, Claiming);
                to.Second = second;
                Speak(fact, second!, position, secondPosition, when, together, ref to);
            }
        }
    }

    private void Speak(T fact, TSecond second, int position, int secondPosition, Truth when, int doubt, ref FindingSink to)
    {
        if (when.IsAlways && TryOne(position, secondPosition, ref to, out Stretch one))
        {
            if (!one.IsEmpty)
            {
                Speak(fact, second, one, doubt, ref to);
            }

            return;
        }

        foreach (Stretch stretch in When(ref to, position, secondPosition).And(when).Stretches)
        {
            Speak(fact, second, stretch, doubt, ref to);
        }
    }

    private void Speak(T fact, TSecond second, in Stretch stretch, int doubt, ref FindingSink to)
    {
        int all = to.Evaluation.Unite(doubt, stretch.Missing);
        to.Confine(stretch.Start, stretch.End, all);
        to.BreachesOf = BreachesOf;
        rule.Body(fact, second, new FindingWriter(ref to));
        to.Unconfine();
    }

    private bool Applies(T fact, TSecond second, CaseEvaluation evaluation, ref int doubt)
    {
        foreach (PairCondition<T, TSecond> condition in rule.PairConditions ?? [])
        {
            YesNo answer = condition.Answer(fact, second);
            evaluation.Trace?.Add(rule, fact, condition.Name, answer, condition.Saw(fact, second), second as IFact);
            if (answer == YesNo.No)
            {
                return false;
            }

            if (answer == YesNo.Unknown)
            {
                doubt = evaluation.Unite(doubt, condition.Missing(fact, second));
            }
        }

        return true;
    }
}

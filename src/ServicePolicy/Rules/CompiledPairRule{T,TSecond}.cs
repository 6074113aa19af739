using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>A rule on a fact and what is matched with it, ready to run.</summary>
internal sealed class CompiledPairRule<T, TSecond>(PairRule<T, TSecond> rule, short standard, bool keep, bool claiming, short[] consumed)
    : CompiledRule<T>(rule, standard, keep, claiming, consumed)
    where T : class, IFact
    where TSecond : class
{
    public override void AddTo(FactProgram program)
    {
        // A fact alone has nothing to be joined with; where an empty collection matters the case is decided as a case.
        program.NeedsCase |= rule.NeedsCase;
    }

    public override void RunCase(ref FindingWriter to)
    {
        // Where there is nothing to be joined with, no fact need be asked anything.
        if (rule.Source.MatchesNothing || to.TraceOrNull is not null || to.Evaluation.Case.HasAny(rule.Source.Type))
        {
            base.RunCase(ref to);
        }
    }

    public override void RunMatched(IFact first, object? second, ref FindingWriter to)
    {
        TSecond taken = rule.Source.Take(second!);
        if (Applies((T)first, ref to, out int doubt) && Applies((T)first, taken, to.Evaluation, ref doubt))
        {
            to.Enter(Standard, 0, Keep, Claiming);
            Speak((T)first, taken, 0, second is IFact ? 1 : -1, doubt, ref to);
        }
    }

    public override void Run(IFact first, int position, ref FindingWriter to)
    {
        T fact = (T)first;
        if (!Applies(fact, ref to, out int doubt) || !Lacks(fact, position, ref to))
        {
            return;
        }

        Evaluation evaluation = to.Evaluation;
        bool any = rule.Source.TryFirst(position, evaluation, out int secondPosition, out TSecond? second);
        if (!any)
        {
            evaluation.Trace?.Add(rule, fact, $"has {rule.Source.Type.Name}", YesNo.No, []);
        }

        for (; any; any = rule.Source.TryNext(position, evaluation, ref secondPosition, out second))
        {
            int together = doubt;
            if (Applies(fact, second!, evaluation, ref together))
            {
                to.Enter(Standard, position, Keep, Claiming);
                Speak(fact, second!, position, secondPosition, together, ref to);
            }
        }
    }

    private void Speak(T fact, TSecond second, int position, int secondPosition, int doubt, ref FindingWriter to)
    {
        if (TryOne(position, secondPosition, ref to, out Stretch one))
        {
            if (one.Start < one.End)
            {
                Speak(fact, second, one, doubt, ref to);
            }

            return;
        }

        foreach (Stretch stretch in When(ref to, position, secondPosition))
        {
            Speak(fact, second, stretch, doubt, ref to);
        }
    }

    private void Speak(T fact, TSecond second, in Stretch stretch, int doubt, ref FindingWriter to)
    {
        int all = to.Evaluation.Unite(doubt, stretch.Doubt);
        if (InTime(fact, second, stretch.Start, to.Evaluation, ref all))
        {
            to.Confine(stretch.Start, stretch.End, all);
            rule.Body(fact, second, ref to);
            to.Unconfine();
        }
    }

    private bool InTime(T fact, TSecond second, Instant since, Evaluation evaluation, ref int doubt)
    {
        foreach (EventCondition<T, TSecond> condition in rule.EventConditions ?? [])
        {
            Occurrence happened = condition.Event(fact, second);
            bool before = happened.TryGetInstant(out Instant at) && at < since;
            evaluation.Trace?.Add(rule, fact, $"unless {condition.Name}", happened.IsUnknown ? YesNo.Unknown : before ? YesNo.No : YesNo.Yes, Seen.Event(condition.Needs, fact, happened), second as IFact);
            if (before)
            {
                return false;
            }

            if (happened.IsUnknown)
            {
                doubt = evaluation.Unite(doubt, condition.Needs);
            }
        }

        return true;
    }

    private bool Applies(T fact, TSecond second, Evaluation evaluation, ref int doubt)
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
                doubt = evaluation.Unite(doubt, condition.Needs!);
            }
        }

        return true;
    }
}

using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>A rule on a fact and what is matched with it, ready to run.</summary>
internal sealed class CompiledPairRule<T, TSecond>(PairRule<T, TSecond> rule, short standard, bool keep, bool claiming, short[] consumed)
    : CompiledRule<T>(rule, standard, keep, claiming, consumed)
    where T : class, IFact
    where TSecond : class
{
    public override void AddTo(ProgramBuilder programs)
    {
        // A fact alone has nothing to be joined with; where an empty collection matters the case is decided as a case.
        if (rule.NeedsCase)
        {
            programs.Of<T>().NeedsCase = true;
        }
    }

    protected override void Run(T fact, int position, ref FindingWriter to)
    {
        if (!Applies(fact, ref to, out int doubt))
        {
            return;
        }

        Evaluation evaluation = to.Evaluation;
        List<(int Position, TSecond Second)> seconds = [];
        rule.Source.Find(fact, evaluation, seconds);
        if (seconds.Count == 0)
        {
            evaluation.Trace?.Add(rule, fact, $"has {rule.Source.Type.Name}", YesNo.No);
        }

        foreach ((int secondPosition, TSecond second) in seconds)
        {
            int together = doubt;
            if (!Applies(fact, second, evaluation, ref together))
            {
                continue;
            }

            to.Enter(Standard, position, Keep, Claiming);
            foreach (Stretch stretch in Consumed.Length == 0 ? Stretches.Always : When(ref to, position, secondPosition))
            {
                int all = evaluation.Unite(together, stretch.Doubt);
                if (InTime(fact, second, stretch.Start, evaluation, ref all))
                {
                    to.Confine(stretch.Start, stretch.End, all);
                    rule.Body(fact, second, ref to);
                    to.Unconfine();
                }
            }
        }
    }

    private bool InTime(T fact, TSecond second, Instant since, Evaluation evaluation, ref int doubt)
    {
        foreach (EventCondition<T, TSecond> condition in rule.EventConditions)
        {
            Occurrence happened = condition.Event(fact, second);
            bool before = happened.TryGetInstant(out Instant at) && at < since;
            evaluation.Trace?.Add(rule, fact, $"unless {condition.Name}", happened.IsUnknown ? YesNo.Unknown : before ? YesNo.No : YesNo.Yes, second as IFact);
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
        foreach (PairCondition<T, TSecond> condition in rule.PairConditions)
        {
            YesNo answer = condition.Answer(fact, second);
            evaluation.Trace?.Add(rule, fact, condition.Name, answer, second as IFact);
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

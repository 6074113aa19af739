namespace ServicePolicy.Rules;

/// <summary>What rules on a fact of type <typeparamref name="T"/> share.</summary>
internal abstract class CompiledRule<T>(Rule<T> rule, short standard, bool keep, bool claiming, short[] consumed)
    : CompiledRule(rule, standard, keep, claiming, consumed)
    where T : class, IFact
{
    private readonly Condition<T>[] conditions = [.. rule.Conditions];
    private readonly Absence[] absences = [.. rule.Absences];

    protected Condition<T>[] Conditions => conditions;

    public override FactProgram NewProgram() => new FactProgram<T>();

    protected bool HasAbsences => absences.Length > 0;

    public override void RunCase(ref FindingWriter to)
    {
        Evaluation evaluation = to.Evaluation;
        if (Gate != 0 && evaluation.Trace is null && !to.MaySee(Gate))
        {
            return;
        }

        foreach (int position in evaluation.Case.Of(typeof(T)))
        {
            IFact fact = evaluation.Case.Facts[position];
            try
            {
                Run(fact, position, ref to);
            }
            catch (Exception exception) when (exception is not RuleFaultException)
            {
                throw new RuleFaultException(Rule.StandardId, Rule.Name, FactKey.Of(fact), exception);
            }
        }
    }

    /// <summary>Whether no condition is definitely false; those that nobody can answer become the doubt.</summary>
    protected bool Applies(T fact, ref FindingWriter to, out int doubt)
    {
        doubt = 0;
        TraceRecorder? trace = to.TraceOrNull;
        foreach (Condition<T> condition in conditions)
        {
            YesNo answer = condition.Answer(fact);
            trace?.Add(Rule, fact, condition.Name, answer, condition.Saw(fact));
            if (answer == YesNo.No)
            {
                return false;
            }

            if (answer == YesNo.Unknown)
            {
                doubt = to.Evaluation.Unite(doubt, condition.Needs!);
            }
        }

        return true;
    }

    /// <summary>Whether the case lacks what it must lack.</summary>
    protected bool Lacks(T fact, int position, ref FindingWriter to)
    {
        foreach (Absence absence in absences)
        {
            bool holds = absence.Holds(position, to.Evaluation);
            to.TraceOrNull?.Add(Rule, fact, absence.Name, holds ? YesNo.Yes : YesNo.No, absence.Found(position, to.Evaluation));
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }
}

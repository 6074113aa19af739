using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>What rules on a fact of type <typeparamref name="T"/> share.</summary>
internal abstract class CompiledRule<T>(Rule<T> rule, RulePlace place, short[] consumed)
    : CompiledRule(rule, place, consumed)
    where T : class, IFact
{
    /// <summary>In place of the inputs of a doubt: they are not named yet.</summary>
    protected const int Unnamed = -1;

    private readonly Condition<T>[] conditions = [.. rule.Conditions];
    private readonly Related[] related = [.. rule.Related];

    protected Condition<T>[] Conditions => conditions;

    public override FactProgram NewProgram() => new FactProgram<T>();

    protected bool LooksFurther => related.Length > 0;

    /// <summary>What the rule reads of its fact.</summary>
    protected virtual IEnumerable<string> Texts => [.. conditions.Select(condition => condition.Text), .. rule.Consumptions.SelectMany(consumption => consumption.Texts)];

    public override void RunCase(ref FindingSink to)
    {
        CaseEvaluation evaluation = to.Evaluation;
        if (Gate != 0 && evaluation.Trace is null && !to.MaySee(Gate))
        {
            return;
        }

        foreach (int position in evaluation.Case.Of(typeof(T)))
        {
            IFact fact = evaluation.Case.Facts[position];
            evaluation.Cancellation.ThrowIfCancellationRequested();
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

    /// <summary>The inputs for want of which conditions on the fact cannot be answered, named only where something comes of it.</summary>
    protected InputSet? MissingOf(T fact)
    {
        InputSet? missing = null;
        foreach (Condition<T> condition in conditions)
        {
            missing = condition.Answer(fact) == YesNo.Unknown ? condition.Missing(fact).Union(missing) : missing;
        }

        return missing;
    }

    /// <summary>A doubt whose inputs are named.</summary>
    protected int Named(int doubt, T fact, ref FindingSink to) => doubt == Unnamed ? to.Evaluation.Unite(0, MissingOf(fact)) : doubt;

    /// <summary>Whether no condition is definitely false; those that nobody can answer make a doubt that is not named yet.</summary>
    protected bool Applies(T fact, ref FindingSink to, out int doubt)
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
                doubt = Unnamed;
            }
        }

        return true;
    }

    /// <summary>When what the case has beside the fact, if anything, is as it must be.</summary>
    protected Truth Fits(T fact, int position, ref FindingSink to)
    {
        Truth all = Truth.Always;
        if (to.IsAlone)
        {
            return all;
        }

        foreach (Related condition in related)
        {
            Truth answer = condition.Answer(position, to.Evaluation);
            to.TraceOrNull?.Add(Rule, fact, condition.Name, answer.At(Instant.MaxValue), condition.Saw(position, to.Evaluation));
            all = all.And(answer);
        }

        return all;
    }

    public override void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into)
    {
        into.Add(position, evaluation.Fact(position), Texts, parameter: 0);
        foreach (Related condition in related)
        {
            condition.AddUnknowns(position, evaluation, into);
        }
    }
}

using System.Runtime.CompilerServices;

namespace ServicePolicy.Rules;

/// <summary>The program of one fact type: conditions that jump past their rule's body, bodies, and chained rules.</summary>
internal sealed class FactProgram<T>() : FactProgram(typeof(T))
    where T : class, IFact
{
    private readonly List<Step> building = [];
    private Step[] steps = [];

    public void Add(CompiledRule rule, Condition<T>[] conditions, Yield<T> body)
    {
        int after = building.Count + conditions.Length + 1;
        foreach (Condition<T> condition in conditions)
        {
            building.Add(new Step { Rule = rule, Test = condition.Test, Ask = condition.Ask, Needs = condition.Needs, Else = after });
        }

        building.Add(new Step { Rule = rule, Body = body, Standard = rule.Standard, Keep = rule.Keep, Claiming = rule.Claiming });
    }

    public void Add(CompiledRule rule) => building.Add(new Step { Rule = rule });

    public override void Seal() => steps = [.. building];

    public override void Run(IFact fact, ref FindingWriter to)
    {
        int at = 0;
        try
        {
            Run(Unsafe.As<T>(fact), ref to, ref at);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            Rule rule = steps[at].Rule.Rule;
            throw new RuleFaultException(rule.StandardId, rule.Name, FactKey.Of(fact), exception);
        }
    }

    private void Run(T fact, ref FindingWriter to, ref int at)
    {
        int doubt = 0;
        Step[] program = steps;
        for (int i = 0; (uint)i < (uint)program.Length;)
        {
            ref readonly Step step = ref program[i];
            at = i;
            if (step.Test is { } test)
            {
                if (test(fact))
                {
                    i++;
                }
                else
                {
                    doubt = 0;
                    i = step.Else;
                }
            }
            else if (step.Body is { } body)
            {
                to.Enter(step.Standard, 0, step.Keep, step.Claiming);
                to.SetDoubt(doubt);
                body(fact, ref to);
                doubt = 0;
                i++;
            }
            else if (step.Ask is { } ask)
            {
                YesNo answer = ask(fact);
                if (answer == YesNo.Unknown)
                {
                    doubt = to.Evaluation.Unite(doubt, step.Needs!);
                }
                else if (answer == YesNo.No)
                {
                    doubt = 0;
                    i = step.Else;
                    continue;
                }

                i++;
            }
            else
            {
                to.SetDoubt(0);
                step.Rule.RunAlone(fact, ref to);
                i++;
            }
        }
    }

    private struct Step
    {
        public Func<T, bool>? Test;
        public Yield<T>? Body;
        public Func<T, YesNo>? Ask;
        public InputSet? Needs;
        public CompiledRule Rule;
        public int Else;
        public short Standard;
        public bool Keep;
        public bool Claiming;
    }
}

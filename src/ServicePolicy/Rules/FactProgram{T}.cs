using System.Runtime.CompilerServices;

namespace ServicePolicy.Rules;

/// <summary>The program of one fact type: conditions that jump past what they guard, bodies, and chained rules.</summary>
/// <remarks>
/// Neighbouring rules that begin with one and the same condition ask it once. Where a condition cannot be answered the rest
/// is run rule by rule, which keeps the doubt; so the common path knows nothing of doubts.
/// </remarks>
internal sealed class FactProgram<T>() : FactProgram(typeof(T))
    where T : class, IFact
{
    private readonly List<(CompiledRule<T> Rule, Condition<T>[]? Conditions, Yield<T>? Body)> entries = [];
    private Step[] steps = [];
    private CompiledRule[] rules = [];

    /// <summary>Adds a rule that is conditions and a body.</summary>
    public void Add(CompiledRule<T> rule, Condition<T>[] conditions, Yield<T> body) => entries.Add((rule, conditions, body));

    /// <summary>Adds a rule that looks at more than the fact.</summary>
    public void Add(CompiledRule<T> rule) => entries.Add((rule, null, null));

    public override void Seal()
    {
        List<Step> program = [];
        for (int i = 0; i < entries.Count;)
        {
            int end = GroupEnd(i);
            int guard = program.Count;
            bool shared = end - i > 1;
            if (shared)
            {
                program.Add(Ask(entries[i].Conditions![0], i));
            }

            for (; i < end; i++)
            {
                AddSteps(program, i, shared ? 1 : 0);
            }

            if (shared)
            {
                program[guard] = program[guard] with { Else = program.Count };
            }
        }

        steps = [.. program];
        rules = [.. entries.Select(entry => entry.Rule)];
    }

    public override void Run(IFact fact, ref FindingWriter to)
    {
        int at = 0;
        try
        {
            Run(Unsafe.As<T>(fact), ref to, ref at);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            Rule rule = rules[at].Rule;
            throw new RuleFaultException(rule.StandardId, rule.Name, FactKey.Of(fact), exception);
        }
    }

    private static Step Ask(Condition<T> condition, int rule) => new() { Test = condition.Test, Ask = condition.Ask, Rule = rule };

    private void Run(T fact, ref FindingWriter to, ref int at)
    {
        Step[] program = steps;
        for (int i = 0; (uint)i < (uint)program.Length;)
        {
            ref readonly Step step = ref program[i];
            at = step.Rule;
            if (step.Test is { } test)
            {
                i = test(fact) ? i + 1 : step.Else;
            }
            else if (step.Body is { } body)
            {
                to.Enter(step.Standard, 0, step.Keep, step.Claiming);
                body(fact, ref to);
                i++;
            }
            else if (step.Ask is { } ask)
            {
                YesNo answer = ask(fact);
                if (answer == YesNo.Unknown)
                {
                    RunOneByOne(fact, ref to, ref at);
                    return;
                }

                i = answer == YesNo.Yes ? i + 1 : step.Else;
            }
            else
            {
                rules[step.Rule].RunAlone(fact, ref to);
                i++;
            }
        }
    }

    private void RunOneByOne(T fact, ref FindingWriter to, ref int at)
    {
        for (; at < rules.Length; at++)
        {
            rules[at].RunAlone(fact, ref to);
        }
    }

    private int GroupEnd(int first)
    {
        int end = first + 1;
        while (entries[first].Conditions is [{ } shared, ..] && end < entries.Count && entries[end].Conditions is [{ } own, ..] && own.AsksTheSame(shared))
        {
            end++;
        }

        return end;
    }

    private void AddSteps(List<Step> program, int rule, int asked)
    {
        (CompiledRule compiled, Condition<T>[]? conditions, Yield<T>? body) = entries[rule];
        if (conditions is null)
        {
            program.Add(new Step { Rule = rule });
            return;
        }

        int after = program.Count + conditions.Length - asked + 1;
        program.AddRange(conditions.Skip(asked).Select(condition => Ask(condition, rule) with { Else = after }));
        program.Add(new Step { Rule = rule, Body = body, Standard = compiled.Standard, Keep = compiled.Keep, Claiming = compiled.Claiming });
    }

    private struct Step
    {
        public Func<T, bool>? Test;
        public Yield<T>? Body;
        public Func<T, YesNo>? Ask;
        public int Rule;
        public int Else;
        public short Standard;
        public bool Keep;
        public bool Claiming;
    }
}

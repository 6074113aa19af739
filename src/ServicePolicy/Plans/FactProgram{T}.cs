using System.Runtime.CompilerServices;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>The program of one fact type: conditions that jump past what they guard, bodies, and chained rules.</summary>
/// <remarks>
/// Neighbouring rules that begin with one and the same condition ask it once. Where a condition cannot be answered the rest
/// is run rule by rule, which keeps the doubt; so the common path knows nothing of doubts.
/// </remarks>
internal sealed class FactProgram<T>() : FactProgram(typeof(T))
    where T : class, IFact
{
    private readonly List<Entry> entries = [];
    private Step[] steps = [];
    private CompiledRule[] rules = [];
    private int freeRules;
    private int freeSteps;

    /// <summary>Adds a rule that is conditions and a body.</summary>
    public void Add(CompiledRule<T> rule, Condition<T>[] conditions, Yield<T> body) => entries.Add(new Entry(rule, conditions, body));

    /// <summary>Adds a rule that looks at more than the fact.</summary>
    public void Add(CompiledRule<T> rule) => entries.Add(new Entry(rule, null, null));

    public override void Seal()
    {
        rules = [.. entries.Select(entry => entry.Rule)];
        steps = new Step[entries.Sum(entry => (entry.Conditions?.Length ?? 0) + 2)];
        int count = 0;
        freeRules = entries.FindIndex(entry => !entry.Rule.IsFree) is >= 0 and int index ? index : entries.Count;
        for (int i = 0; i < entries.Count;)
        {
            if (i == freeRules)
            {
                freeSteps = count;
            }

            int end = GroupEnd(i);
            int guard = count;
            bool shared = end - i > 1;
            if (shared)
            {
                steps[count++] = Ask(entries[i].Conditions![0], i);
            }

            for (; i < end; i++)
            {
                AddSteps(ref count, i, shared ? 1 : 0);
            }

            if (shared)
            {
                steps[guard].Else = count;
            }
        }

        if (freeRules == entries.Count)
        {
            freeSteps = count;
        }

        Array.Resize(ref steps, count);
    }

    public override void Run(IFact fact, ref FindingSink to)
    {
        int at = 0;
        try
        {
            Run(Unsafe.As<T>(fact), 0, steps, rules.Length, ref to, ref at);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            throw Fault(at, fact, exception);
        }
    }

    public override void RunCase(ref FindingSink to)
    {
        if (freeRules == 0)
        {
            return;
        }

        CaseEvaluation evaluation = to.Evaluation;
        ReadOnlySpan<Step> free = steps.AsSpan(0, freeSteps);
        IFact fact = evaluation.Case.Root;
        int at = 0;
        try
        {
            foreach (int position in evaluation.Case.Of(Type))
            {
                evaluation.Cancellation.ThrowIfCancellationRequested();
                fact = evaluation.Case.Facts[position];
                int start = to.Count;
                if (evaluation.Trace is null)
                {
                    Run(Unsafe.As<T>(fact), position, free, freeRules, ref to, ref at);
                }
                else
                {
                    at = 0;
                    RunOneByOne(fact, position, freeRules, ref to, ref at);
                }

                Clauses.Unite(evaluation, start, ref to);
                evaluation.Spoke(position, start, to.Count);
            }
        }
        catch (Exception exception) when (exception is not RuleFaultException && !(exception is OperationCanceledException && evaluation.Cancellation.IsCancellationRequested))
        {
            throw Fault(at, fact, exception);
        }
    }

    private static Step Ask(Condition<T> condition, int rule) => new() { Test = condition.Test, Ask = condition.Ask, Rule = rule };

    private void Run(T fact, int position, ReadOnlySpan<Step> program, int end, ref FindingSink to, ref int at)
    {
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
                to.Enter(step.Standard, step.Part, position, step.Keep || (!to.IsAlone && rules[step.Rule].Keep), step.Claiming);
                body(fact, new FindingWriter(ref to));
                i++;
            }
            else if (step.Ask is { } ask)
            {
                YesNo answer = ask(fact);
                if (answer == YesNo.Unknown)
                {
                    RunOneByOne(fact, position, end, ref to, ref at);
                    return;
                }

                i = answer == YesNo.Yes ? i + 1 : step.Else;
            }
            else
            {
                if (step.Gate == 0 || to.MaySee(step.Gate))
                {
                    rules[step.Rule].Run(fact, position, ref to);
                }

                i++;
            }
        }
    }

    private void RunOneByOne(IFact fact, int position, int end, ref FindingSink to, ref int at)
    {
        for (; at < end; at++)
        {
            rules[at].Run(fact, position, ref to);
        }
    }

    private RuleFaultException Fault(int at, IFact fact, Exception exception) =>
        new(rules[Math.Min(at, rules.Length - 1)].Rule.StandardId, rules[Math.Min(at, rules.Length - 1)].Rule.Name, FactKey.Of(fact), exception);

    private int GroupEnd(int first)
    {
        int end = first + 1;
        while (end != freeRules && entries[first].Conditions is [{ } shared, ..] && end < entries.Count && entries[end].Conditions is [{ } own, ..] && own.AsksTheSame(shared))
        {
            end++;
        }

        return end;
    }

    private void AddSteps(ref int count, int rule, int asked)
    {
        Entry entry = entries[rule];
        if (entry.Conditions is null)
        {
            steps[count++] = new Step { Rule = rule, Gate = entry.Rule.Gate };
            return;
        }

        int after = count + entry.Conditions.Length - asked + 1;
        foreach (Condition<T> condition in entry.Conditions.AsSpan(asked))
        {
            steps[count] = Ask(condition, rule);
            steps[count++].Else = after;
        }

        steps[count++] = new Step { Rule = rule, Body = entry.Body, Standard = entry.Rule.Standard, Part = entry.Rule.Part, Keep = entry.Rule.Keep, Claiming = entry.Rule.Claiming };
    }

    private sealed class Entry(CompiledRule<T> rule, Condition<T>[]? conditions, Yield<T>? body)
    {
        public CompiledRule<T> Rule { get; } = rule;

        public Condition<T>[]? Conditions { get; } = conditions;

        public Yield<T>? Body { get; } = body;
    }

    private struct Step
    {
        public Func<T, bool>? Test;
        public Yield<T>? Body;
        public Func<T, YesNo>? Ask;
        public ulong Gate;
        public int Rule;
        public int Else;
        public short Standard;
        public short Part;
        public bool Keep;
        public bool Claiming;
    }
}

using System.Runtime.CompilerServices;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>A rule on one fact, ready to run.</summary>
internal sealed class CompiledSingleRule<T>(SingleRule<T> rule, RulePlace place, short[] consumed)
    : CompiledRule<T>(rule, place, consumed)
    where T : class, IFact
{
    private readonly Yield<T> body = rule.Body;

    protected override IEnumerable<string> Texts => [.. base.Texts, rule.Text];

    public override void AddTo(FactProgram program)
    {
        if (Consumed.Length > 0 || LooksFurther)
        {
            ((FactProgram<T>)program).Add(this);
        }
        else
        {
            ((FactProgram<T>)program).Add(this, Conditions, body);
        }
    }

    public override void Run(IFact fact, int position, ref FindingSink to)
    {
        T own = Unsafe.As<T>(fact);
        if (Applies(own, ref to, out int doubt) && Fits(own, position, ref to) is { IsNever: false } when)
        {
            Speak(own, position, when, doubt, ref to);
        }
    }

    public override void RunMatched(IFact first, object? second, ref FindingSink to)
    {
        if (Applies((T)first, ref to, out int doubt))
        {
            Speak((T)first, 0, Truth.Always, doubt, ref to);
        }
    }

    private void Speak(T fact, int position, Truth when, int doubt, ref FindingSink to)
    {
        to.Enter(Standard, Part, position, Keep, Claiming);
        if (Consumed.Length == 0 && when.IsAlways)
        {
            to.SetDoubt(doubt == Unnamed ? 0 : doubt, doubt == Unnamed ? Later(fact) : null);
            body(fact, new FindingWriter(ref to));
            to.SetDoubt(0);
            return;
        }

        if (when.IsAlways && TryOne(position, -1, ref to, out Stretch one))
        {
            if (!one.IsEmpty)
            {
                Speak(fact, one, Named(doubt, fact, ref to), ref to);
            }

            return;
        }

        foreach (Stretch stretch in When(ref to, position, -1).And(when).Stretches)
        {
            Speak(fact, stretch, Named(doubt, fact, ref to), ref to);
        }
    }

    private void Speak(T fact, in Stretch stretch, int doubt, ref FindingSink to)
    {
        to.Confine(stretch.Start, stretch.End, stretch.Missing is null ? doubt : to.Evaluation.Unite(doubt, stretch.Missing));
        body(fact, new FindingWriter(ref to));
        to.Unconfine();
    }

    // Apart, so that a fact without unknowns costs no closure.
    private Func<InputSet?> Later(T fact) => () => MissingOf(fact);
}

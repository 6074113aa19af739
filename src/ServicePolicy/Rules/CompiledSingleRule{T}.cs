using System.Runtime.CompilerServices;

namespace ServicePolicy.Rules;

/// <summary>A rule on one fact, ready to run.</summary>
internal sealed class CompiledSingleRule<T>(SingleRule<T> rule, short standard, bool keep, bool claiming, short[] consumed)
    : CompiledRule<T>(rule, standard, keep, claiming, consumed)
    where T : class, IFact
{
    private readonly Yield<T> body = rule.Body;

    public override void AddTo(FactProgram program)
    {
        if (Consumed.Length > 0 || HasAbsences)
        {
            ((FactProgram<T>)program).Add(this);
        }
        else
        {
            ((FactProgram<T>)program).Add(this, Conditions, body);
        }
    }

    public override void Run(IFact fact, int position, ref FindingWriter to)
    {
        T own = Unsafe.As<T>(fact);
        if (Applies(own, ref to, out int doubt) && Lacks(own, position, ref to))
        {
            Speak(own, position, doubt, ref to);
        }
    }

    public override void RunMatched(IFact first, object? second, ref FindingWriter to)
    {
        if (Applies((T)first, ref to, out int doubt))
        {
            Speak((T)first, 0, doubt, ref to);
        }
    }

    private void Speak(T fact, int position, int doubt, ref FindingWriter to)
    {
        to.Enter(Standard, position, Keep, Claiming);
        if (Consumed.Length == 0)
        {
            to.SetDoubt(doubt);
            body(fact, ref to);
            to.SetDoubt(0);
            return;
        }

        if (TryOne(position, -1, ref to, out Stretch one))
        {
            if (one.Start < one.End)
            {
                Speak(fact, one, doubt, ref to);
            }

            return;
        }

        foreach (Stretch stretch in When(ref to, position, -1))
        {
            Speak(fact, stretch, doubt, ref to);
        }
    }

    private void Speak(T fact, in Stretch stretch, int doubt, ref FindingWriter to)
    {
        to.Confine(stretch.Start, stretch.End, doubt == 0 || stretch.Doubt == 0 ? doubt | stretch.Doubt : to.Evaluation.Unite(doubt, stretch.Doubt));
        body(fact, ref to);
        to.Unconfine();
    }
}

using System.Diagnostics.CodeAnalysis;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>Where the second match of a rule comes from.</summary>
internal abstract class SecondSource<T, TSecond>
    where T : class, IFact
    where TSecond : class
{
    /// <summary>The type of the facts looked at.</summary>
    public abstract Type Type { get; }

    /// <summary>Whether there is a match even where no fact is.</summary>
    public abstract bool MatchesNothing { get; }

    /// <summary>Whether what matches nothing is passed over all the same, so that a fact alone need not be made a case.</summary>
    public virtual bool NeedsAny => false;

    public abstract KeyShape Shape { get; }

    /// <summary>The second match as the rule takes it, from a fact or from facts in any order.</summary>
    public abstract TSecond Take(object found);

    /// <summary>The positions of all facts that are matched with the one at <paramref name="first"/>.</summary>
    public abstract IEnumerable<int> Positions(int first, CaseEvaluation evaluation);

    /// <summary>The first match for the fact at <paramref name="first"/>: its position in the case, −1 for a collection; false where there is none.</summary>
    public abstract bool TryFirst(int first, CaseEvaluation evaluation, out int position, [NotNullWhen(true)] out TSecond? second);

    /// <summary>The match after the one at <paramref name="position"/>.</summary>
    public abstract bool TryNext(int first, CaseEvaluation evaluation, ref int position, [NotNullWhen(true)] out TSecond? second);
}

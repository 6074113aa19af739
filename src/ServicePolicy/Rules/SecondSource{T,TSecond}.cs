namespace ServicePolicy.Rules;

/// <summary>Where the second match of a rule comes from.</summary>
internal abstract class SecondSource<T, TSecond>
    where T : class, IFact
    where TSecond : class
{
    /// <summary>The type of the facts looked at.</summary>
    public abstract Type Type { get; }

    /// <summary>Whether there is a match even where no fact is.</summary>
    public abstract bool MatchesNothing { get; }

    /// <summary>The matches for a first fact, with their positions in the case (−1 for a collection).</summary>
    public abstract void Find(T fact, Evaluation evaluation, List<(int Position, TSecond Second)> found);
}

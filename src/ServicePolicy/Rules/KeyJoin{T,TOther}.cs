namespace ServicePolicy.Rules;

/// <summary>The facts of one type by key, for facts of another.</summary>
internal sealed class KeyJoin<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
    where T : class, IFact
    where TOther : class, IFact
{
    public Func<T, string?> Key { get; } = key;

    public Func<TOther, string?> OtherKey { get; } = otherKey;

    public KeyShape Shape(string name) => new(name, typeof(TOther), fact => Key((T)fact), fact => OtherKey((TOther)fact));

    /// <summary>The index of the other facts.</summary>
    public KeyIndex Index(Evaluation evaluation) =>
        evaluation.Index(this, static (join, @case) => new KeyIndex(@case, typeof(TOther), fact => join.OtherKey((TOther)fact)));

    /// <summary>The other facts with the key of <paramref name="fact"/>; none where it has no key.</summary>
    public IEnumerable<TOther> Matches(T fact, Evaluation evaluation)
    {
        KeyIndex index = Index(evaluation);
        for (int position = index.First(Key(fact)); position >= 0; position = index.Next(position))
        {
            if (!ReferenceEquals(evaluation.Fact(position), fact))
            {
                yield return (TOther)evaluation.Fact(position);
            }
        }
    }
}

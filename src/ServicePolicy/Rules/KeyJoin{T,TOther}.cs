namespace ServicePolicy.Rules;

/// <summary>The facts of one type by key, for facts of another.</summary>
internal sealed class KeyJoin<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
    where T : class, IFact
    where TOther : class, IFact
{
    public Func<T, string?> Key { get; } = key;

    public Func<TOther, string?> OtherKey { get; } = otherKey;

    public KeyShape Shape(string name) => new(name, typeof(TOther), fact => Key((T)fact), fact => OtherKey((TOther)fact));

    /// <summary>Which facts of a case have the same keys; rules that read keys alike share it.</summary>
    public KeyLinks Links(Evaluation evaluation) => evaluation.Links(Key, OtherKey) ?? evaluation.Add(Key, OtherKey, Link(evaluation.Case));

    /// <summary>The other facts with the key of the fact at <paramref name="position"/>; none where it has no key.</summary>
    public TOther[] Matches(int position, Evaluation evaluation)
    {
        KeyLinks links = Links(evaluation);
        int count = 0;
        for (int other = links.First(position); other >= 0; other = links.Next(other, position))
        {
            count++;
        }

        TOther[] found = count == 0 ? [] : new TOther[count];
        for (int other = links.First(position), i = 0; other >= 0; other = links.Next(other, position))
        {
            found[i++] = (TOther)evaluation.Fact(other);
        }

        return found;
    }

    private KeyLinks Link(PolicyCase @case) => !@case.HasAny(typeof(TOther)) ? KeyLinks.None : KeyLinks.Between(
        @case.Facts.Length,
        @case.Of(typeof(T)),
        @case.Of(typeof(TOther)),
        position => Key((T)@case.Facts[position]),
        position => OtherKey((TOther)@case.Facts[position]));
}

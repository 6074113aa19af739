using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>The facts of one type by key, for facts of another.</summary>
internal sealed class KeyJoin<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey, Func<TOther, object?>? kind = null)
    where T : class, IFact
    where TOther : class, IFact
{
    public Func<T, string?> Key { get; } = key;

    public Func<TOther, string?> OtherKey { get; } = otherKey;

    public KeyShape Shape(string name) => new(name, typeof(TOther), fact => Key((T)fact), fact => OtherKey((TOther)fact));

    /// <summary>The position of a fact with the key of the one at <paramref name="position"/>, or −1; none where that has no key.</summary>
    public int First(int position, CaseEvaluation evaluation) =>
        evaluation.Case.Has(typeof(TOther)) ? Links(evaluation).First(position, (T)evaluation.Fact(position), Key) : -1;

    /// <summary>The position of another after <paramref name="other"/>, or −1.</summary>
    public int Next(int other, int position, CaseEvaluation evaluation) => Links(evaluation).Next(other, position);

    /// <summary>The positions of all other facts with the key of the one at <paramref name="position"/>.</summary>
    public IEnumerable<int> Positions(int position, CaseEvaluation evaluation)
    {
        for (int other = First(position, evaluation); other >= 0; other = Next(other, position, evaluation))
        {
            yield return other;
        }
    }

    /// <summary>All facts with the key of the one at <paramref name="position"/> in order, it among them where it is of that type; made once for a key.</summary>
    public TOther[] Gathered(int position, CaseEvaluation evaluation) =>
        First(position, evaluation) < 0 ? [] : Links(evaluation).Gathered<TOther>(position, evaluation);

    /// <summary>All other facts with the key of the one at <paramref name="position"/>.</summary>
    public TOther[] Matches(int position, CaseEvaluation evaluation)
    {
        int first = First(position, evaluation), count = 0;
        for (int other = first; other >= 0; other = Next(other, position, evaluation))
        {
            count++;
        }

        TOther[] found = count == 0 ? [] : new TOther[count];
        for (int other = first, i = 0; other >= 0; other = Next(other, position, evaluation))
        {
            found[i++] = (TOther)evaluation.Fact(other);
        }

        return found;
    }

    /// <summary>Rules that read keys alike share what links them.</summary>
    private KeyLinks Links(CaseEvaluation evaluation) => evaluation.Links(Key, OtherKey) ?? evaluation.Add(Key, OtherKey, Link(evaluation.Case));

    private KeyLinks Link(PolicyCase @case)
    {
        int[] others = @case.Of(typeof(TOther));
        return kind is null
            ? new(@case.Facts.Length, others, position => OtherKey((TOther)@case.Facts[position]))
            : new(
                @case.Facts.Length,
                [.. others.Order(Comparer<int>.Create((left, right) => FactOrder.Compare(@case.Facts[left], @case.Facts[right])))],
                position => OtherKey((TOther)@case.Facts[position]),
                position => kind((TOther)@case.Facts[position]));
    }
}

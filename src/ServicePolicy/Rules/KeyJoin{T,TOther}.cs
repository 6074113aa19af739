using System.Runtime.InteropServices;

namespace ServicePolicy.Rules;

/// <summary>The facts of one type by key, for facts of another; hashed once a case, so that a case stays linear.</summary>
internal sealed class KeyJoin<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
    where T : class, IFact
    where TOther : class, IFact
{
    public Func<T, string?> Key { get; } = key;

    public Func<TOther, string?> OtherKey { get; } = otherKey;

    /// <summary>The positions of the facts with the key of <paramref name="fact"/>; none where it has no key.</summary>
    public List<int> Matches(T fact, Evaluation evaluation) =>
        Key(fact) is { } wanted && evaluation.Index(this, Build).TryGetValue(wanted, out List<int>? found) ? found : None;

    private static List<int> None { get; } = [];

    private Dictionary<string, List<int>> Build(PolicyCase @case)
    {
        Dictionary<string, List<int>> index = new(StringComparer.Ordinal);
        foreach (int position in @case.Of(typeof(TOther)))
        {
            if (OtherKey((TOther)@case.Facts[position]) is { } found)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(index, found, out _) ??= []).Add(position);
            }
        }

        return index;
    }
}

using System.Runtime.InteropServices;

namespace ServicePolicy.Rules;

/// <summary>Facts of one type linked by key to those of another: each key is read once a case, so that a case stays linear.</summary>
internal sealed class KeyLinks
{
    private const int Few = 8;
    private readonly int[] first;
    private readonly int[] next;

    private KeyLinks(int facts)
    {
        first = new int[facts];
        next = new int[facts];
        Array.Fill(first, -1);
    }

    /// <summary>Nothing is linked, since there are no others.</summary>
    public static KeyLinks None { get; } = new(0);

    /// <summary>Links by keys that facts have at their positions; a null key links with nothing.</summary>
    public static KeyLinks Between(int facts, int[] positions, int[] others, Func<int, string?> key, Func<int, string?> otherKey)
    {
        KeyLinks links = new(facts);
        if (others.Length <= Few)
        {
            links.LinkFew(positions, others, key, otherKey);
        }
        else
        {
            links.LinkMany(positions, others, key, otherKey);
        }

        return links;
    }

    /// <summary>The position of a fact that is linked with the one at <paramref name="position"/>, or −1.</summary>
    public int First(int position) => position < first.Length ? Other(first[position], position) : -1;

    /// <summary>The position of another after <paramref name="other"/>, or −1.</summary>
    public int Next(int other, int position) => Other(next[other], position);

    // A fact is not linked with itself.
    private int Other(int other, int position) => other == position ? next[other] : other;

    private void LinkFew(int[] positions, int[] others, Func<int, string?> key, Func<int, string?> otherKey)
    {
        string?[] keys = Array.ConvertAll(others, otherKey.Invoke);
        for (int i = 0; i < others.Length; i++)
        {
            next[others[i]] = Last(keys.AsSpan(0, i), keys[i]);
        }

        foreach (int position in positions)
        {
            first[position] = Last(keys, key(position));
        }

        int Last(ReadOnlySpan<string?> among, string? wanted)
        {
            for (int i = among.Length - 1; i >= 0 && wanted is not null; i--)
            {
                if (among[i] == wanted)
                {
                    return others[i];
                }
            }

            return -1;
        }
    }

    private void LinkMany(int[] positions, int[] others, Func<int, string?> key, Func<int, string?> otherKey)
    {
        Dictionary<string, int> last = new(others.Length, StringComparer.Ordinal);
        foreach (int other in others)
        {
            if (otherKey(other) is { } found)
            {
                ref int chain = ref CollectionsMarshal.GetValueRefOrAddDefault(last, found, out bool known);
                next[other] = known ? chain : -1;
                chain = other;
            }
        }

        foreach (int position in positions)
        {
            if (key(position) is { } wanted && last.TryGetValue(wanted, out int other))
            {
                first[position] = other;
            }
        }
    }
}

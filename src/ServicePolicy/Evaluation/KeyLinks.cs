using System.Runtime.InteropServices;

namespace ServicePolicy.Evaluation;

/// <summary>Facts of one type linked by key to those of another: each key is read once a case, so that a case stays linear.</summary>
internal sealed class KeyLinks
{
    private const int Few = 8;
    private const int None = -1;
    private const int Unread = -2;
    private readonly int[] others;
    private readonly int[] first;
    private readonly int[] next;
    private readonly string?[] keys = [];
    private readonly Dictionary<string, int>? last;
    private object?[]? gathered;

    /// <summary>Reads the keys of the others, which stand at some positions among facts; a null key links with nothing.</summary>
    /// <param name="facts">How many facts there are.</param>
    /// <param name="others">The positions of the others; where kinds are told, the earlier first.</param>
    /// <param name="otherKey">The key of one.</param>
    /// <param name="kind">Of what kind one is, where the first of a kind and key stands for all; null for one that stands for itself.</param>
    public KeyLinks(int facts, int[] others, Func<int, string?> otherKey, Func<int, object?>? kind = null)
    {
        this.others = others;
        first = new int[facts];
        next = new int[facts];
        Array.Fill(first, Unread);
        if (others.Length > Few)
        {
            last = new Dictionary<string, int>(others.Length, StringComparer.Ordinal);
            HashSet<(string?, object)>? seen = kind is null ? null : [];
            foreach (int other in others)
            {
                string? key = otherKey(other);
                if (kind?.Invoke(other) is not { } own || seen!.Add((key, own)))
                {
                    next[other] = Chain(last, other, key);
                }
            }

            return;
        }

        keys = new string?[others.Length];
        for (int i = 0; i < others.Length; i++)
        {
            next[others[i]] = LastOf(i, keys[i] = otherKey(others[i]));
        }
    }

    /// <summary>The position of a fact that is linked with the one at <paramref name="position"/>, or −1. Reads the key when first asked, so that a fault is that fact's.</summary>
    public int First<T>(int position, T fact, Func<T, string?> key)
    {
        if (first[position] == Unread)
        {
            string? wanted = key(fact);
            first[position] = wanted is null ? None : last is null ? LastOf(keys.Length, wanted) : last.GetValueOrDefault(wanted, None);
        }

        return Other(first[position], position);
    }

    /// <summary>The position of another after <paramref name="other"/>, or −1.</summary>
    public int Next(int other, int position) => Other(next[other], position);

    /// <summary>All facts that are linked with the one at <paramref name="position"/> in order, itself among them; gathered once for each key.</summary>
    public T[] Gathered<T>(int position, CaseEvaluation evaluation)
        where T : class, IFact
    {
        int head = first[position];
        gathered ??= new object?[first.Length];
        return (T[])(gathered[head] ??= Gather<T>(head, evaluation));
    }

    private T[] Gather<T>(int head, CaseEvaluation evaluation)
        where T : class, IFact
    {
        List<T> facts = [];
        for (int other = head; other >= 0; other = next[other])
        {
            facts.Add((T)evaluation.Fact(other));
        }

        facts.Sort(FactOrder.Compare);
        return [.. facts];
    }

    private static int Chain(Dictionary<string, int> last, int other, string? key)
    {
        if (key is null)
        {
            return None;
        }

        ref int chain = ref CollectionsMarshal.GetValueRefOrAddDefault(last, key, out bool known);
        int before = known ? chain : None;
        chain = other;
        return before;
    }

    // A fact is not linked with itself.
    private int Other(int other, int position) => other == position ? next[other] : other;

    private int LastOf(int count, string? wanted)
    {
        for (int i = count - 1; i >= 0 && wanted is not null; i--)
        {
            if (keys[i] == wanted)
            {
                return others[i];
            }
        }

        return None;
    }
}

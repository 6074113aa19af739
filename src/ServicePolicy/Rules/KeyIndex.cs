using System.Runtime.InteropServices;

namespace ServicePolicy.Rules;

/// <summary>The positions of facts by key, as chains: made once a case, so that a case stays linear.</summary>
internal sealed class KeyIndex
{
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);
    private readonly int[] before;

    public KeyIndex(PolicyCase @case, Type type, Func<IFact, string?> key)
    {
        before = new int[@case.Facts.Length];
        foreach (int position in @case.Of(type))
        {
            if (key(@case.Facts[position]) is { } found)
            {
                ref int chain = ref CollectionsMarshal.GetValueRefOrAddDefault(last, found, out bool known);
                before[position] = known ? chain : -1;
                chain = position;
            }
        }
    }

    /// <summary>One position with the key, or −1.</summary>
    public int First(string? key) => key is not null && last.TryGetValue(key, out int position) ? position : -1;

    /// <summary>Another position with the key of <paramref name="position"/>, or −1.</summary>
    public int Next(int position) => before[position];
}

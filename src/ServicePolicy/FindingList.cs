using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy;

/// <summary>Findings of a decision or a timeline, in canonical order.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A list is what it is.")]
public sealed class FindingList : IReadOnlyList<Finding>
{
    private readonly PolicyRuling ruling;
    private readonly int[] positions;

    internal FindingList(PolicyRuling ruling, int[] positions)
    {
        this.ruling = ruling;
        this.positions = positions;
    }

    /// <summary>How many findings there are.</summary>
    public int Count => positions.Length;

    /// <summary>The finding at <paramref name="index"/>.</summary>
    public Finding this[int index] => new(ruling, positions[index]);

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (int position in positions)
        {
            yield return new Finding(ruling, position);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

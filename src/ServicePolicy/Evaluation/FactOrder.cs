namespace ServicePolicy.Evaluation;

/// <summary>The order of S11: instant, the host's sequence number, Id.</summary>
internal static class FactOrder
{
    public static int Compare(IFact left, IFact right)
    {
        int order = left.OpenedAt.CompareTo(right.OpenedAt);
        order = order != 0 ? order : left.Sequence.CompareTo(right.Sequence);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>How many facts of a list that is in order come before another.</summary>
    public static int CountBefore<T>(IReadOnlyList<T> inOrder, IFact fact)
        where T : class, IFact
    {
        int low = 0, high = inOrder.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Compare(inOrder[middle], fact) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

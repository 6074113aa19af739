using System.Collections;

namespace ServicePolicy.Plans;

/// <summary>A list without one of its items, and without a copy.</summary>
internal sealed class AllBut<T>(T[] all, int without) : IReadOnlyList<T>
{
    public int Count => all.Length - 1;

    public T this[int index] => index < without ? all[index] : all[index + 1];

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < all.Length; i++)
        {
            if (i != without)
            {
                yield return all[i];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

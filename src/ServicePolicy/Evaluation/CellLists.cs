using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>Lists that a thread uses again for each clause of several parts, so that uniting them leaves nothing behind.</summary>
internal sealed class CellLists : IDisposable
{
    // What recurs has thousands of cells; lists that grew so long are not kept.
    private const int Kept = 256;

    [ThreadStatic]
    private static CellLists? spare;

    /// <summary>What is to be united, or put in order.</summary>
    public List<Cell> Said { get; } = [];

    /// <summary>Those of it of which one stands at a time.</summary>
    public List<Cell> Rulings { get; } = [];

    /// <summary>What comes of it.</summary>
    public List<Cell> United { get; } = [];

    /// <summary>Where any of it begins or ends.</summary>
    public List<Instant> Edges { get; } = [];

    /// <summary>Where those stand that the next may touch.</summary>
    public List<int> Open { get; } = [];

    /// <summary>Lists that nobody else uses until they are disposed of.</summary>
    public static CellLists Borrow()
    {
        CellLists lists = spare ?? new CellLists();
        spare = null;
        return lists;
    }

    public void Dispose()
    {
        if (Math.Max(Math.Max(Said.Capacity, Rulings.Capacity), Math.Max(United.Capacity, Edges.Capacity)) > Kept)
        {
            return;
        }

        Said.Clear();
        Clear();
        spare = this;
    }

    /// <summary>Forgets what came of others.</summary>
    public void Clear()
    {
        Rulings.Clear();
        United.Clear();
        Edges.Clear();
        Open.Clear();
    }
}

namespace ServicePolicy.Evaluation;

/// <summary>Where cells stand: a stretch of them, or some in an order.</summary>
internal readonly ref struct Positions
{
    private readonly int start;
    private readonly ReadOnlySpan<int> order;

    public Positions(int start, int end)
    {
        this.start = start;
        Count = end - start;
    }

    public Positions(ReadOnlySpan<int> order)
    {
        start = -1;
        this.order = order;
        Count = order.Length;
    }

    public int Count { get; }

    public int this[int index] => start < 0 ? order[index] : start + index;
}

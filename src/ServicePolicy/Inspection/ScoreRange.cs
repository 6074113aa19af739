namespace ServicePolicy.Inspection;

/// <summary>A score, as far as it is known.</summary>
/// <param name="Least">The least that it may be.</param>
/// <param name="Most">The most that it may be.</param>
/// <param name="Missing">The inputs for want of which it cannot be told; empty where it can.</param>
internal readonly record struct ScoreRange(decimal Least, decimal Most, IReadOnlyList<string> Missing)
{
    public static ScoreRange Zero { get; } = new(0, 0, []);

    public bool IsKnown => Least == Most;

    public bool SaysTheSame(ScoreRange other) => Least == other.Least && Most == other.Most && Missing.SequenceEqual(other.Missing);
}

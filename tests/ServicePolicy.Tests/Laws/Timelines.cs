using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Tests.Laws;

/// <summary>What several ways of putting it say of one subject, over time cut where any of them changes.</summary>
internal sealed class Timelines
{
    private const int UnknownBit = 63;
    private readonly List<Ruling> rulings = [];
    private readonly List<Instant> starts = [Instant.MinValue];

    private Timelines()
    {
    }

    /// <summary>Where each stretch of time begins.</summary>
    public IReadOnlyList<Instant> Starts => starts;

    public static Timelines Over(IEnumerable<IReadOnlyList<Saying>> all)
    {
        Timelines timelines = new();
        SortedSet<Instant> cuts = [];
        foreach (Saying saying in all.SelectMany(sayings => sayings))
        {
            cuts.Add(saying.Start);
            cuts.Add(saying.End);
        }

        cuts.Remove(Instant.MinValue);
        cuts.Remove(Instant.MaxValue);
        timelines.starts.AddRange(cuts);
        return timelines;
    }

    /// <summary>What is said in each stretch: a bit for each ruling.</summary>
    public ulong[] Read(IReadOnlyList<Saying> sayings)
    {
        ulong[] said = new ulong[starts.Count];
        foreach (Saying saying in sayings)
        {
            int from = starts.BinarySearch(saying.Start), until = saying.End == Instant.MaxValue ? starts.Count : starts.BinarySearch(saying.End);
            ulong bit = Bit(saying.Ruling);
            for (int i = from; i < until; i++)
            {
                said[i] |= bit;
            }
        }

        return said;
    }

    public static bool IsUnknown(ulong said) => (said & (1UL << UnknownBit)) != 0;

    public static ulong Known(ulong said) => said & ~(1UL << UnknownBit);

    public IEnumerable<Ruling> Rulings(ulong said) => rulings.Where((_, bit) => (said & (1UL << bit)) != 0).Concat(IsUnknown(said) ? [Ruling.Unknown] : []);

    public string Text(ulong said) => said == 0 ? "nothing" : string.Join(" and ", Rulings(said));

    private ulong Bit(Ruling ruling)
    {
        if (ruling.IsUnknown)
        {
            return 1UL << UnknownBit;
        }

        int bit = rulings.IndexOf(ruling);
        if (bit < 0)
        {
            bit = rulings.Count;
            rulings.Add(ruling);
        }

        return bit < UnknownBit ? 1UL << bit : throw new InvalidOperationException($"More than {UnknownBit} rulings about one subject.");
    }
}

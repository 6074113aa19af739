using System.Numerics;
using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>What several ways of putting it say of one subject, over time cut where any of them changes.</summary>
internal sealed class Timelines
{
    private static readonly BigInteger UnknownBit = BigInteger.One;
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
    public BigInteger[] Read(IReadOnlyList<Saying> sayings)
    {
        BigInteger[] said = new BigInteger[starts.Count];
        foreach (Saying saying in sayings)
        {
            int from = starts.BinarySearch(saying.Start), until = saying.End == Instant.MaxValue ? starts.Count : starts.BinarySearch(saying.End);
            BigInteger bit = Bit(saying.Ruling);
            for (int i = from; i < until; i++)
            {
                said[i] |= bit;
            }
        }

        return said;
    }

    public static bool IsUnknown(BigInteger said) => !(said & UnknownBit).IsZero;

    public static BigInteger Known(BigInteger said) => said & ~UnknownBit;

    public IEnumerable<Ruling> Rulings(BigInteger said) => rulings.Where((_, number) => !(said & BitOf(number)).IsZero).Concat(IsUnknown(said) ? [Ruling.Unknown] : []);

    public string Text(BigInteger said) => said == 0 ? "nothing" : string.Join(" and ", Rulings(said));

    private BigInteger Bit(Ruling ruling)
    {
        if (ruling.IsUnknown)
        {
            return UnknownBit;
        }

        int number = rulings.IndexOf(ruling);
        if (number < 0)
        {
            number = rulings.Count;
            rulings.Add(ruling);
        }

        return BitOf(number);
    }

    private static BigInteger BitOf(int number) => BigInteger.One << (number + 1);
}

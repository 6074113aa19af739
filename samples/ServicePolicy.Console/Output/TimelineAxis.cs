using NodaTime;

namespace ServicePolicy.Samples.Output;

/// <summary>Where instants stand across a picture: in order, and so far apart that each can be told, which is not to scale.</summary>
internal sealed class TimelineAxis
{
    /// <summary>As wide as two lines of a day and a time of day.</summary>
    private const double Narrowest = 74;

    /// <summary>What the tip of an arrow takes.</summary>
    private const double Tip = 12;

    /// <summary>Instants so close are one to the eye: due, and the tick after it.</summary>
    private static readonly Duration Same = Duration.FromNanoseconds(1000);

    private readonly Instant[] instants;
    private readonly double[] places;

    /// <param name="all">The instants that are shown; at least one.</param>
    /// <param name="left">Where the picture of time begins, and what has no start.</param>
    /// <param name="width">How wide it is at least.</param>
    /// <param name="openStart">Whether room is wanted before the first instant.</param>
    public TimelineAxis(IEnumerable<Instant> all, double left, double width, bool openStart)
    {
        List<Instant> apart = [];
        foreach (Instant instant in all.Order())
        {
            if (apart.Count == 0 || instant - apart[^1] > Same)
            {
                apart.Add(instant);
            }
        }

        instants = [.. apart];
        places = new double[instants.Length];
        double first = openStart ? Narrowest : 0;
        double spare = Math.Max(0, width - first - Tip - Narrowest * instants.Length);
        double[] shares = [.. instants.Zip(instants.Skip(1), (from, to) => Math.Sqrt((to - from).TotalSeconds))];
        double sum = shares.Sum(), place = left + first;
        for (int i = 0; i < instants.Length; i++)
        {
            places[i] = place;
            place += Narrowest + (i < shares.Length && sum > 0 ? spare * shares[i] / sum : 0);
        }

        Left = left;
        Right = Math.Max(place + Tip, left + width);
    }

    /// <summary>Where time without a start begins.</summary>
    public double Left { get; }

    /// <summary>Where time without an end is left off.</summary>
    public double Right { get; }

    /// <summary>The instants that are told apart, in order.</summary>
    public IReadOnlyList<Instant> Instants => instants;

    /// <summary>Where an instant stands that the axis was made with.</summary>
    public double this[Instant instant] => places[Math.Max(0, Array.FindLastIndex(instants, at => at <= instant))];
}

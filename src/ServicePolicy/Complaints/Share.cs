namespace ServicePolicy.Complaints;

/// <summary>The share of what is good in what is counted, where either may be unknown of some.</summary>
internal sealed class Share
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private int counted;
    private int good;
    private int leastCounted;
    private int mostCounted;
    private int mostGood;

    /// <summary>Whether nothing is counted, for certain.</summary>
    public bool IsEmpty => leastCounted + mostCounted == 0;

    /// <summary>Whether something is counted, for certain.</summary>
    public bool IsSure => counted > 0;

    /// <summary>The share.</summary>
    /// <value><see langword="null"/> where it cannot be told.</value>
    public decimal? Value => missing.Count == 0 && counted > 0 ? decimal.Divide(good, counted) : null;

    /// <summary>The inputs for want of which the share cannot be told.</summary>
    public IEnumerable<string> Missing => missing;

    /// <summary>Counts one of them.</summary>
    public void Add(YesNo isGood, string input) => Add(YesNo.Yes, string.Empty, isGood, input);

    /// <summary>Counts one of them, if it is one to be counted.</summary>
    public void Add(YesNo isCounted, string countedBy, YesNo isGood, string goodBy)
    {
        if (isCounted == YesNo.No)
        {
            return;
        }

        bool sure = isCounted == YesNo.Yes;
        counted += sure ? 1 : 0;
        good += sure && isGood == YesNo.Yes ? 1 : 0;

        // Of those that may not count, the least share has the ones that may not be good, and the most the ones that may be.
        leastCounted += sure || isGood != YesNo.Yes ? 1 : 0;
        mostCounted += sure || isGood != YesNo.No ? 1 : 0;
        mostGood += isGood != YesNo.No ? 1 : 0;
        if (!sure)
        {
            missing.Add(countedBy);
        }

        if (isGood == YesNo.Unknown)
        {
            missing.Add(goodBy);
        }
    }

    /// <summary>Whether the share is <paramref name="rate"/> or more; of nothing every share is.</summary>
    public YesNo IsAtLeast(decimal rate) =>
        good >= rate * leastCounted ? YesNo.Yes
        : mostGood < rate * mostCounted ? YesNo.No
        : YesNo.Unknown;
}

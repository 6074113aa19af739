using System.Runtime.CompilerServices;

namespace ServicePolicy.Rules;

/// <summary>The share of what is good in what is counted, where either may be unknown of some.</summary>
public sealed class Share
{
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private int counted;
    private int good;
    private int leastCounted;
    private int mostCounted;
    private int mostGood;

    private Share()
    {
    }

    /// <summary>Whether nothing is counted, for certain.</summary>
    public bool IsEmpty => mostCounted + leastCounted == 0;

    /// <summary>Whether something is counted.</summary>
    public YesNo IsScored => counted > 0 ? YesNo.Yes : IsEmpty ? YesNo.No : YesNo.Unknown;

    /// <summary>The share, from 0 to 1.</summary>
    /// <value><see langword="null"/> where it cannot be told, or nothing is counted.</value>
    public decimal? Value => missing.Count == 0 && counted > 0 ? decimal.Divide(good, counted) : null;

    /// <summary>The inputs for want of which the share cannot be told.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>The share of the facts to be counted of which something is so.</summary>
    public static Share Of<T>(
        IEnumerable<T> facts,
        Func<T, YesNo> counts,
        Func<T, YesNo> isGood,
        [CallerArgumentExpression(nameof(counts))] string countsText = "",
        [CallerArgumentExpression(nameof(isGood))] string goodText = "")
        where T : class, IFact
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(isGood);
        Share share = new();
        foreach (T fact in facts)
        {
            YesNo isCounted = counts(fact), good = isCounted == YesNo.No ? YesNo.No : isGood(fact);
            share.Add(isCounted, good);
            share.Note(isCounted, countsText, fact);
            share.Note(good, goodText, fact);
        }

        return share;
    }

    /// <summary>Whether the share is <paramref name="rate"/> or more; of nothing every share is.</summary>
    public YesNo IsAtLeast(decimal rate) =>
        good >= rate * leastCounted ? YesNo.Yes
        : mostGood < rate * mostCounted ? YesNo.No
        : YesNo.Unknown;

    private void Add(YesNo isCounted, YesNo isGood)
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
    }

    private void Note(YesNo answer, string text, IFact fact)
    {
        if (answer == YesNo.Unknown)
        {
            missing.UnionWith(Plans.ConditionInputs.Missing(text, null, fact, null).Names);
        }
    }
}

using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <content>What is counted over a period (S19).</content>
public readonly ref partial struct FindingWriter
{
    /// <summary>
    /// From the end of a period on: met where a share is <paramref name="atLeast"/> or more, violated where it is less, and the share itself; nothing where nothing is
    /// counted, and indeterminate where the period is not complete.
    /// </summary>
    public void Score(Instant end, YesNo complete, Share share, decimal atLeast, [CallerArgumentExpression(nameof(complete))] string completeText = "")
    {
        ArgumentNullException.ThrowIfNull(share);
        YesNo enough = share.IsAtLeast(atLeast);
        Score(end, complete, share.IsScored, enough, share.Value, share.Missing, completeText);
    }

    /// <summary>As the other, by an average that is to be <paramref name="atMost"/> or less; it is measured in minutes.</summary>
    public void Score(Instant end, YesNo complete, Average average, Duration atMost, [CallerArgumentExpression(nameof(complete))] string completeText = "")
    {
        ArgumentNullException.ThrowIfNull(average);
        Score(end, complete, average.IsScored, average.IsAtMost(atMost), average.Minutes, average.Missing, completeText);
    }

    /// <summary>As the other, by a figure that was worked out, such as an average: met where <paramref name="enough"/>.</summary>
    /// <param name="end">The end of the period.</param>
    /// <param name="complete">Whether the case has all that the period has.</param>
    /// <param name="scored">Whether there is anything to be scored.</param>
    /// <param name="enough">Whether the figure is as it should be.</param>
    /// <param name="value">The figure; null where it cannot be told.</param>
    /// <param name="missing">The inputs for want of which it cannot.</param>
    /// <param name="completeText">The compiler gives it.</param>
    public void Score(
        Instant end,
        YesNo complete,
        YesNo scored,
        YesNo enough,
        decimal? value,
        IEnumerable<string> missing,
        [CallerArgumentExpression(nameof(complete))] string completeText = "")
    {
        if (complete != YesNo.Yes)
        {
            sink.Untold(end, Instant.MaxValue, InputSet.Of(ExpressionText.Read(completeText).PropertiesOrText), Possible.Nothing | Possible.Met | Possible.Violated | Possible.Measure);
            return;
        }

        if (scored == YesNo.No)
        {
            return;
        }

        Possible ruling = (scored == YesNo.Yes ? Possible.None : Possible.Nothing) | enough switch
        {
            YesNo.Yes => Possible.Met,
            YesNo.No => Possible.Violated,
            _ => Possible.Met | Possible.Violated,
        };
        if (value is { } known)
        {
            Measure(known, new Interval(end, null));
        }
        else
        {
            sink.Untold(end, Instant.MaxValue, InputSet.Of(missing), Possible.Nothing | Possible.Measure);
        }

        if (ruling.IsOne())
        {
            (FindingKind kind, FindingState state) = ruling == Possible.Met ? (FindingKind.Obligation, FindingState.Met) : (FindingKind.Violation, FindingState.None);
            sink.Put(kind, state, end, Instant.MaxValue);
        }
        else
        {
            sink.Untold(end, Instant.MaxValue, InputSet.Of(missing), ruling);
        }
    }
}

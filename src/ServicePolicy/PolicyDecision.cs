using System.Globalization;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Resources;

namespace ServicePolicy;

/// <summary>The findings that hold at one instant, and what they come to.</summary>
/// <remarks>Immutable and safe to share.</remarks>
public sealed class PolicyDecision : PolicyRuling
{
    internal PolicyDecision(Plan plan, object facts, List<object>? details, Cell[] cells, Instant asOf, NextChange next, PolicyOutcome outcome)
        : base(plan, facts, details, cells)
    {
        AsOf = asOf;
        NextChange = next;
        Outcome = outcome;
    }

    /// <summary>The instant decided for.</summary>
    public Instant AsOf { get; }

    /// <summary>The worst that any finding makes of it.</summary>
    public PolicyOutcome Outcome { get; }

    /// <summary>When the decision next differs; a host sets one timer and never polls.</summary>
    public NextChange NextChange { get; }

    /// <summary>The findings that decided: those of the worst class. Empty where no standard applies.</summary>
    public FindingList Deciding => new(this, Outcome == PolicyOutcome.NotApplicable
        ? []
        : Order(IsDecidedBy));

    internal override Instant? Moment => AsOf;

    /// <summary>How long from <paramref name="now"/> until the next change, rounded up to whole milliseconds so that a timer never fires before it.</summary>
    /// <value>Zero when the change is past; <see langword="null"/> when there is none to wait for.</value>
    public TimeSpan? DelayFrom(Instant now)
    {
        if (!NextChange.TryGetInstant(out Instant? change))
        {
            return null;
        }

        Duration delay = change.Value - now;
        if (delay <= Duration.Zero)
        {
            return TimeSpan.Zero;
        }

        long whole = delay.Days * (long)NodaConstants.MillisecondsPerDay + delay.NanosecondOfDay / NodaConstants.NanosecondsPerMillisecond;
        bool more = delay.NanosecondOfDay % NodaConstants.NanosecondsPerMillisecond != 0;
        return TimeSpan.FromMilliseconds(more ? whole + 1 : whole);
    }

    /// <summary>What changes at the next change: findings that end, begin, or are replaced. Decides once more, so ask when it is wanted.</summary>
    public IReadOnlyList<FindingChange> Changes() => NextChange.TryGetInstant(out Instant? change)
        ? FindingChange.Between(this, Facts is PolicyCase @case ? Plan.Decide(@case, change.Value) : Plan.Decide((IFact)Facts, change.Value))
        : [];

    /// <summary>Whether a finding of a kind and state is among those that decided.</summary>
    internal bool IsDecidedBy(FindingKind kind, FindingState state) =>
        Outcome != PolicyOutcome.NotApplicable && Kinds.SameClass(Kinds.Outcome(kind, state), Outcome);

    /// <summary>The outcome and the deciding findings in words, a line each.</summary>
    /// <param name="culture">The language; English where there are no texts in it.</param>
    /// <param name="zone">The zone in whose local time instants are told, such as 2026-11-20T17:00:00+08:00; UTC where it is left out.</param>
    public string Describe(CultureInfo culture, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Message.Of(this, culture, zone);
    }

    /// <summary>The outcome and when it changes.</summary>
    public override string ToString() => $"{Outcome} as of {AsOf}, changes {NextChange}";
}

using System.Collections.Immutable;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Plans;

/// <summary>What all rules of a plan share besides their figures.</summary>
/// <param name="Calendars">The calendars that facts may name.</param>
/// <param name="WarningPoint">The share of a limit after which it is at risk.</param>
internal sealed record PlanSettings(IReadOnlyDictionary<string, WorkingCalendar> Calendars, decimal WarningPoint)
{
    /// <summary>The ladders of warnings of standards, by Id.</summary>
    public IReadOnlyDictionary<string, WarningLadder> Ladders { get; init; } = ImmutableDictionary<string, WarningLadder>.Empty;

    /// <summary>The same by the number of the standard in its plan; null where there are none.</summary>
    public WarningLadder?[]? LadderOf { get; init; }

    /// <summary>Whether a standard is switched on, or what stands in handbooks as a standard does.</summary>
    public Func<Standard, bool> IsOn { get; init; } = static _ => true;

    /// <summary>Round the clock, and nothing else.</summary>
    public static PlanSettings Default { get; } = new(Index([]), TimeLimit.DefaultWarningPoint);

    /// <summary>Calendars by key, 24 × 7 among them.</summary>
    public static IReadOnlyDictionary<string, WorkingCalendar> Index(IEnumerable<WorkingCalendar> calendars)
    {
        Dictionary<string, WorkingCalendar> byKey = new(StringComparer.Ordinal) { [WorkingCalendar.TwentyFourSeven.Key] = WorkingCalendar.TwentyFourSeven };
        foreach (WorkingCalendar calendar in calendars)
        {
            byKey[calendar.Key] = calendar;
        }

        return byKey;
    }
}

using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>A limit as its clock counts it.</summary>
/// <param name="Run">The clock.</param>
/// <param name="Time">How much time there is on it.</param>
/// <param name="End">When the limit is over if nothing is suspended, where that may be while the calendar is closed.</param>
/// <param name="AtClosing">When it is due where the time is used up exactly at closing.</param>
internal readonly record struct ClockCount(ClockRun Run, Duration Time, Instant? End, UsedUpAtClosing AtClosing)
{
    /// <summary>When it is due; never while a suspension is open before.</summary>
    public bool TryDue(out Instant? due, [NotNullWhen(false)] out int? uncoveredYear)
    {
        if (End is { } end && Run.Used(end) == Time)
        {
            (due, uncoveredYear) = (end, null);
            return true;
        }

        return Run.TryReach(Time, out due, out uncoveredYear)
            && (AtClosing == UsedUpAtClosing.DueAtClosing || Time == Duration.Zero || due is not { } reached || Run.TryGoOn(reached, out due, out uncoveredYear));
    }
}

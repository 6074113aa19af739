using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <content>Calendars made of two others.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>A calendar that is open while this one or <paramref name="other"/> is, such as a hall and the counter before it.</summary>
    /// <inheritdoc cref="Intersect" path="/remarks"/>
    /// <param name="key">The key of the new calendar.</param>
    /// <param name="other">The other calendar.</param>
    /// <inheritdoc cref="Intersect" path="/exception"/>
    public WorkingCalendar Union(string key, WorkingCalendar other) => Combine(Combination.Union, key, other);

    /// <summary>A calendar that is open while this one and <paramref name="other"/> are, such as a hall within a mall.</summary>
    /// <remarks>
    /// <para>
    /// The new calendar is one like any other: it has data for the years that both have data for, and its windows are those that come of the
    /// windows of both. A window belongs to the date on which it starts; time that windows of two dates share goes with the earlier. So a
    /// working day is a date on which a stretch of the new calendar starts.
    /// </para>
    /// <para>Both are of one zone and read repeated times in one way. A calendar that is always open reads them as the other does; make it with <see cref="AlwaysOpen"/> in the zone of the other.</para>
    /// </remarks>
    /// <param name="key">The key of the new calendar.</param>
    /// <param name="other">The other calendar.</param>
    /// <exception cref="CalendarDefinitionException">The key is empty, or the two cannot be combined: zones, readings of repeated times, or years differ. It lists all mistakes.</exception>
    public WorkingCalendar Intersect(string key, WorkingCalendar other) => Combine(Combination.Intersection, key, other);

    /// <summary>A calendar that is open while this one is and <paramref name="other"/> is not, such as a hall without the hours of its stock-taking.</summary>
    /// <inheritdoc cref="Intersect" path="/remarks"/>
    /// <param name="key">The key of the new calendar.</param>
    /// <param name="other">The other calendar.</param>
    /// <inheritdoc cref="Intersect" path="/exception"/>
    public WorkingCalendar Except(string key, WorkingCalendar other) => Combine(Combination.Difference, key, other);

    internal WorkingCalendar Combine(Combination combination, string key, WorkingCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        PolicyBuildError[] errors = [.. CombinationMistakes(combination, key, other).Select(mistake => new PolicyBuildError(mistake.Code, $"Calendar '{key}': {mistake.Message}"))];
        if (errors.Length > 0)
        {
            throw new CalendarDefinitionException(errors);
        }

        if (plan is null && other.plan is null)
        {
            return AlwaysOpen(key, Zone);
        }

        Span both = time.Coverage.And(other.time.Coverage);
        CombinedDays days = new(combination, Zone, (plan ?? other.plan)!.RepeatedTimes, On, other.On);
        (int first, int last) = (Math.Max(time.FirstYear, other.time.FirstYear), Math.Min(time.LastYear, other.time.LastYear));
        return new WorkingCalendar(key, Zone, new ScheduledTime(key, days, first, last, both), days);
    }

    private IEnumerable<(string Code, string Message)> CombinationMistakes(Combination combination, string key, WorkingCalendar other)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            yield return ("SP0020", "It has no key. Name it, so that facts can.");
        }

        if (Zone.Id != other.Zone.Id)
        {
            yield return ("SP0030", $"'{Key}' is in zone {Zone.Id} and '{other.Key}' in {other.Zone.Id}. Combine calendars of one zone.");
        }

        if (plan is not null && other.plan is not null && plan.RepeatedTimes != other.plan.RepeatedTimes)
        {
            yield return ("SP0030", $"Of a local time that occurs twice '{Key}' takes {plan.RepeatedTimes}, and '{other.Key}' {other.plan.RepeatedTimes}. Let both take the same.");
        }

        if (time.FirstYear > other.time.LastYear || other.time.FirstYear > time.LastYear)
        {
            yield return ("SP0030", FormattableString.Invariant(
                $"'{Key}' covers {time.FirstYear} to {time.LastYear}, and '{other.Key}' {other.time.FirstYear} to {other.time.LastYear}. Combine calendars that have years in common."));
        }

        if (combination == Combination.Difference && plan is null && other.plan is null)
        {
            yield return ("SP0030", $"'{Key}' and '{other.Key}' are both always open, and nothing is left of one without the other. Take a calendar with hours.");
        }
    }

    private IReadOnlyList<OpeningWindow> On(LocalDate date) => plan?.On(date) ?? [OpeningWindow.WholeDay];
}

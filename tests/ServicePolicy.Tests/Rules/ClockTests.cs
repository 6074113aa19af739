using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>Limits on calendars, suspensions and changes of target, as findings (S7, S20; pitfalls, clocks and calendars).</summary>
public sealed class ClockTests
{
    // Monday 2026-03-02; all instants in these tests are in UTC, and so is the calendar.
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Interval Window = new(Nine - Duration.FromDays(1), Nine + Duration.FromDays(30));
    private static readonly WorkingCalendar Office = WorkingCalendar.Create(new CalendarDefinition
    {
        Key = "office",
        Zone = DateTimeZone.Utc,
        FirstYear = 2026,
        LastYear = 2026,
        Week = WeeklyHours.MondayToFriday(OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(17, 0))),
    });

    private static readonly WorkingCalendar Shop = WorkingCalendar.Create(new CalendarDefinition
    {
        Key = "whole-shop",
        Zone = DateTimeZone.Utc,
        FirstYear = 2025,
        LastYear = 2030,
        Week = WeeklyHours.EveryDay(OpeningWindow.Between(new LocalTime(10, 0), new LocalTime(16, 0))),
    });

    [Fact]
    public void LimitOn_EightHoursFromOpening_IsDueAtClosingTheSameDay() =>
        Assert.Equal(Nine + Duration.FromHours(8), Due(new Task { Id = "1", At = Nine }));

    [Fact]
    public void LimitOn_SuspensionsThatOverlap_AreUnited() => Assert.Equal(
        Nine + Duration.FromHours(26),
        Due(new Task { Id = "1", At = Nine, Suspended = IntervalSet.Of(Hours(1, 2), Hours(1.5, 3)) }));

    [Fact]
    public void LimitOn_SuspendedOverNight_LosesNoWorkingTime() => Assert.Equal(
        Nine + Duration.FromHours(8),
        Due(new Task { Id = "1", At = Nine, Suspended = IntervalSet.Of(Hours(8, 24)) }));

    [Theory]
    [InlineData(TargetChange.Retroactive, 10)]
    [InlineData(TargetChange.Restart, 13)]
    public void LimitOn_TargetChangesAfterASuspension_KeepsTheSuspension(TargetChange change, int hours)
    {
        Task task = new()
        {
            Id = "1",
            At = Nine,
            Calendar = WorkingCalendar.TwentyFourSeven.Key,
            Hours = 24,
            Suspended = IntervalSet.Of(Hours(1, 3)),
            Revision = new TargetRevision(Nine + Duration.FromHours(5), WorkingLimit.Of(Duration.FromHours(8)), change),
        };
        PolicyTimeline timeline = Engine().Timeline(new PolicyCase(task), Window);

        Assert.Equal(Nine + Duration.FromHours(26), Limit(timeline, Nine + Duration.FromHours(5) - Duration.Epsilon).Margin.Due);
        Assert.Equal(Nine + Duration.FromHours(hours), Limit(timeline, Nine + Duration.FromHours(5)).Margin.Due);
        Assert.NotEqual(FindingState.Breached, Limit(timeline, Nine + Duration.FromHours(hours)).State);
        Assert.Equal(FindingState.Breached, Limit(timeline, Nine + Duration.FromHours(hours) + Duration.Epsilon).State);
    }

    [Fact]
    public void LimitOn_TargetChangesWhilePending_IsNoChangeOfTheDecision()
    {
        Task task = new()
        {
            Id = "1",
            At = Nine,
            Calendar = WorkingCalendar.TwentyFourSeven.Key,
            Hours = 24,
            Revision = new TargetRevision(Nine + Duration.FromHours(5), WorkingLimit.Of(Duration.FromHours(48)), TargetChange.Retroactive),
        };

        Assert.Equal(Nine + Duration.FromHours(36), Engine().Evaluate(task, Nine + Duration.FromHours(1)).NextChange.Instant);
    }

    [Fact]
    public void LimitOn_OpenSuspension_IsNeverDueUntilItEnds()
    {
        Finding open = Limit(Engine().Timeline(new PolicyCase(new Task { Id = "1", At = Nine, Suspended = IntervalSet.Of(new Interval(Nine + Duration.FromHours(2), null)) }), Window), Nine + Duration.FromDays(20));

        Assert.Equal(FindingState.Pending, open.State);
        Assert.Null(open.Margin.Due);
        Assert.Null(open.Slack);
    }

    [Fact]
    public void LimitOn_DoneAfterClosing_IsLate()
    {
        Task task = new() { Id = "1", At = Nine, Done = Nine + Duration.FromHours(9) };

        Assert.Equal(FindingState.Breached, Limit(Engine().Timeline(new PolicyCase(task), Window), Nine + Duration.FromHours(10)).State);
    }

    [Fact]
    public void LimitOn_UnknownCalendar_IsIndeterminateAndNamesIt() => Assert.Equal(
        ["calendar 'hall'"],
        Limit(Engine().Timeline(new PolicyCase(new Task { Id = "1", At = Nine, Calendar = "hall" }), Window), Nine).MissingInputs);

    /// <summary>S30: what is certain is said until the years that the calendar covers are over.</summary>
    [Fact]
    public void LimitOn_YearWithoutHolidays_IsPendingUntilItAndThenNamesCalendarAndYear()
    {
        Task task = new() { Id = "1", At = Instant.FromUtc(2026, 12, 31, 16, 0) };

        Assert.Equal(FindingState.Pending, Engine().Evaluate(task, Instant.FromUtc(2026, 12, 31, 16, 30)).Findings[0].State);
        Assert.Equal(["calendar 'office' for 2027"], Engine().Evaluate(task, Instant.FromUtc(2027, 1, 1, 0, 0)).Findings[0].MissingInputs);
    }

    /// <summary>S30: of 20 hours 16 are in the year that is covered, so that three quarters are used up in it, and it is surely at risk, and not late before the year is over.</summary>
    [Fact]
    public void LimitOn_DueInAYearWithoutHolidays_IsAtRiskOnceThreeQuartersAreUsed()
    {
        Task task = new() { Id = "1", At = Instant.FromUtc(2026, 12, 30, 9, 0), Hours = 20 };
        Instant warn = Instant.FromUtc(2026, 12, 31, 16, 0), end = Instant.FromUtc(2027, 1, 1, 0, 0);

        Assert.Equal(FindingState.Pending, Engine().Evaluate(task, warn - Duration.Epsilon).Findings[0].State);
        Assert.Equal(FindingState.AtRisk, Engine().Evaluate(task, warn).Findings[0].State);
        Assert.Equal(FindingState.AtRisk, Engine().Evaluate(task, end).Findings[0].State);
        Assert.Equal(["calendar 'office' for 2027"], Engine().Evaluate(task, end + Duration.Epsilon).Findings[0].MissingInputs);
    }

    /// <summary>A calendar of calendars is one like any other: 10:00 to 16:00, and what is certain beyond the years that both know (S30).</summary>
    [Fact]
    public void LimitOn_CombinedCalendar_RunsAndEndsAsAnyOther()
    {
        Instant ten = Nine + Duration.FromHours(1), last = Instant.FromUtc(2026, 12, 31, 15, 0), newYear = Instant.FromUtc(2027, 1, 1, 0, 0);
        PolicyTimeline timeline = Engine().Timeline(new PolicyCase(new Task { Id = "1", At = Nine, Calendar = "shop", Hours = 6 }), Window);
        Task atTheEnd = new() { Id = "1", At = last, Calendar = "shop" };

        Assert.Equal(ten + Duration.FromHours(6), Limit(timeline, Nine).Margin.Due);
        Assert.Equal(FindingState.AtRisk, Limit(timeline, ten + Duration.FromHours(6)).State);
        Assert.Equal(FindingState.Breached, Limit(timeline, ten + Duration.FromHours(6) + Duration.Epsilon).State);
        Assert.Equal(FindingState.Pending, Engine().Evaluate(atTheEnd, newYear - Duration.Epsilon).Findings[0].State);
        Assert.Equal(["calendar 'shop' for 2027"], Engine().Evaluate(atTheEnd, newYear).Findings[0].MissingInputs);
        Assert.Equal(FindingState.Met, Engine().Evaluate(atTheEnd with { Done = newYear - Duration.Epsilon }, newYear + Duration.FromDays(30)).Findings[0].State);
    }

    [Fact]
    public void Evaluate_SuspendedComplaint_IsDueLaterByJustThat()
    {
        Complaint complaint = new()
        {
            Id = "1",
            ReceivedAt = Nine,
            Tier = CustomerTier.Vip,
            FiledBy = Filer.AccountHolder,
            Ticket = "T",
            Suspended = IntervalSet.Of(Hours(1, 3)),
        };
        PolicyDecision decision = PolicyEngine.Create(ServiceStandards.Default).Evaluate(complaint, Nine + Duration.FromHours(10));

        Assert.Equal(Nine + Duration.FromHours(10) + Duration.Epsilon, decision.NextChange.Instant);
        Assert.Equal(PolicyOutcome.AtRisk, decision.Outcome);
    }

    [Fact]
    public void Create_CalendarsOfOneKey_AreOneMistake()
    {
        PolicyEngineOptions options = new();
        options.Calendars.Add(Office);
        options.Calendars.Add(Office);

        PolicyBuildError error = Assert.Single(Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default, options)).Errors);

        Assert.Equal("SP0013: Calendar 'office' is given 2 times. Give each calendar its own key.", error.ToString());
    }

    private static Interval Hours(double from, double to) => new(Nine + Duration.FromHours(from), Nine + Duration.FromHours(to));

    private static Instant? Due(Task task) => Limit(Engine().Timeline(new PolicyCase(task), Window), task.At).Margin.Due;

    private static Finding Limit(PolicyTimeline timeline, Instant at) => Assert.Single(timeline.At(at).Findings);

    private static PolicyEngine Engine()
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.Calendars.Add(Office);
        options.Calendars.Add(Office.Intersect("shop", Shop));
        options.RuleSets.Add(_ => new TaskRules());
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }

    private sealed record Task : IFact
    {
        public required string Id { get; init; }

        public required Instant At { get; init; }

        public string Calendar { get; init; } = "office";

        public int Hours { get; init; } = 8;

        public IntervalSet Suspended { get; init; } = IntervalSet.Empty;

        public TargetRevision? Revision { get; init; }

        public Occurrence Done { get; init; }

        Instant IFact.OpenedAt => At;
    }

    private sealed class TaskRules : RuleSet
    {
        public TaskRules()
            : base("Tasks", new Standard("TSK-01", Severity.Minor, "ours") { OwnTitle = "Tasks are done in time" }) =>
            Rule("TSK-01").For<Task>().Yield((task, to) => to.LimitOn(
                task.Calendar,
                task.At,
                WorkingLimit.Of(Duration.FromHours(task.Hours)),
                task.Done,
                task.Suspended,
                task.Revision is null ? [] : [task.Revision]));
    }
}

using System.Globalization;
using FsCheck.Xunit;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Handling;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>The ladder of warnings: any number of named points of a limit, each a finding and a next change (S6, S17, S29).</summary>
public sealed class WarningTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Hour = Duration.FromHours(1), Tick = Duration.Epsilon;
    private static readonly WarningLadder Ladder = new(
        ("half", WarningStep.AtShare(0.5m)),
        ("three quarters", WarningStep.AtShare(0.75m)),
        ("last hour", WarningStep.Before(Hour)),
        ("due", WarningStep.AtDue),
        ("late", WarningStep.EveryAfter(Duration.FromHours(4))));

    private static readonly PolicyEngine Usual = Engine(Ladder);

    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Nine, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };

    /// <summary>A limit of 8 h: 50%, 75%, 1 h before, at due, every 4 h after.</summary>
    [Theory]
    [InlineData(0, "")]
    [InlineData(3.999, "")]
    [InlineData(4, "half")]
    [InlineData(5.999, "half")]
    [InlineData(6, "three quarters")]
    [InlineData(6.999, "three quarters")]
    [InlineData(7, "last hour")]
    [InlineData(8, "due")]
    [InlineData(11.999, "due")]
    [InlineData(12, "late 1")]
    [InlineData(16, "late 2")]
    [InlineData(8 + (4 * 100), "late 100")]
    public void Evaluate_AnInstant_IsAtTheLastPointReached(double hours, string expected)
    {
        Instant at = Nine + Duration.FromHours(hours);

        Assert.Equal(expected, At(Engine().Evaluate(Vip, at)));
        Assert.Equal(expected, At(Engine().Timeline(new PolicyCase(Vip), new Interval(Nine, Nine + Duration.FromDays(30))).At(at)));
    }

    /// <summary>A shrunk counter-example: nobody knows for when the call was agreed, so it may have been due before all time.</summary>
    [Fact]
    public void Evaluate_DuePerhapsBeforeTheDuty_CannotTell()
    {
        ReplyCall call = new() { Id = "1", CalledAt = Nine, CouldTalk = YesNo.No, AgreedFor = Occurrence.AtUnknownTime };

        Assert.Equal(PolicyOutcome.Indeterminate, Engine().Evaluate(call, Nine + Hour).Outcome);
    }

    [Fact]
    public void Evaluate_OneTickBeforeAPoint_IsNotAtIt()
    {
        Assert.Equal("three quarters", At(Engine().Evaluate(Vip, Nine + (7 * Hour) - Tick)));
        Assert.Equal("late 1", At(Engine().Evaluate(Vip, Nine + (16 * Hour) - Tick)));
    }

    [Fact]
    public void Step_ByNextChangeAlone_MeetsEachPointOnceAndNoMoreWhenDone()
    {
        Complaint late = Vip with { Resolved = Nine + (17 * Hour) };
        List<string> met = [];
        for (Instant at = Nine; ; at = Engine().Evaluate(late, at).NextChange.Instant!.Value)
        {
            PolicyDecision decision = Engine().Evaluate(late, at);
            met.AddRange(decision.Findings.Where(finding => finding.Kind == FindingKind.Warning && finding.Holds.Start == at).Select(Name));
            if (decision.NextChange.Instant is null)
            {
                break;
            }
        }

        Assert.Equal(["half", "three quarters", "last hour", "due", "late 1", "late 2"], met);
    }

    [Fact]
    public void Evaluate_Done_HasNoWarning()
    {
        Complaint done = Vip with { Resolved = Nine + (5 * Hour) };

        Assert.Equal("half", At(Engine().Evaluate(done, Nine + (5 * Hour) - Tick)));
        Assert.Equal(string.Empty, At(Engine().Evaluate(done, Nine + (5 * Hour))));
    }

    [Fact]
    public void Evaluate_WithALadder_RulesAsWithout()
    {
        PolicyEngine without = PolicyEngine.Create(ServiceStandards.Default);
        for (int hour = -1; hour < 60; hour++)
        {
            Instant at = Nine + (hour * Hour);
            Assert.Equal(
                without.Evaluate(Vip, at).Findings.Select(finding => finding.ToString()),
                Engine().Evaluate(Vip, at).Findings.Where(finding => finding.Kind != FindingKind.Warning).Select(finding => finding.ToString()));
            Assert.Equal(without.Evaluate(Vip, at).Outcome, Engine().Evaluate(Vip, at).Outcome);
        }
    }

    [Fact]
    public void Evaluate_PointsOfOneInstant_HoldTogether()
    {
        PolicyEngine engine = Engine(new WarningLadder(("all", WarningStep.AtShare(1)), ("due", WarningStep.AtDue), ("a day before", WarningStep.Before(Duration.FromHours(24)))));

        Assert.Equal("all, due", At(engine.Evaluate(Vip, Nine + (8 * Hour))));
        Assert.Equal(string.Empty, At(engine.Evaluate(Vip, Nine + (8 * Hour) - Tick)));
    }

    /// <summary>Suspended for two hours, so everything after that is two hours later.</summary>
    [Fact]
    public void Evaluate_Suspended_CountsOnTheClockOfTheLimit()
    {
        Complaint suspended = Vip with { Suspended = IntervalSet.Of(new Interval(Nine + Hour, Nine + (3 * Hour))) };

        Assert.Equal(string.Empty, At(Engine().Evaluate(suspended, Nine + (6 * Hour) - Tick)));
        Assert.Equal("half", At(Engine().Evaluate(suspended, Nine + (6 * Hour))));
        Assert.Equal("last hour", At(Engine().Evaluate(suspended, Nine + (9 * Hour))));
        Assert.Equal("late 1", At(Engine().Evaluate(suspended, Nine + (14 * Hour))));
    }

    /// <summary>HND-14: five working days of eight hours from Monday 09:00 on are due on the Monday after at 17:00, and 48 hours of working time long.</summary>
    [Fact]
    public void Evaluate_OnACalendar_CountsWorkingTime()
    {
        WorkingCalendar hall = WorkingCalendar.Create(new CalendarDefinition
        {
            Key = "hall",
            Zone = DateTimeZone.Utc,
            FirstYear = 2026,
            LastYear = 2026,
            Week = WeeklyHours.MondayToFriday(OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(17, 0))),
        });
        PolicyEngineOptions options = new();
        options.Calendars.Add(hall);
        options.Warnings["HND-14"] = new WarningLadder(("half", WarningStep.AtShare(0.5m)), ("last ten hours", WarningStep.Before(10 * Hour)), ("late", WarningStep.EveryAfter(8 * Hour)));
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);
        DeviceFault fault = new() { Id = "1", FoundAt = Nine, Calendar = "hall" };

        Assert.Equal("half", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 4, 17, 0))));
        Assert.Equal(string.Empty, At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 4, 17, 0) - Tick)));
        Assert.Equal("half", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 6, 15, 0) - Tick)));
        Assert.Equal("last ten hours", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 6, 15, 0))));
        Assert.Equal("late 1", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 10, 17, 0))));
        Assert.Equal("late 2", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 11, 17, 0))));
        Assert.Equal("late 2", At(engine.Evaluate(fault, Instant.FromUtc(2026, 3, 12, 17, 0) - Tick)));
    }

    /// <summary>S26: resolved within a range, so that between its ends nobody knows whether there is a warning still.</summary>
    [Fact]
    public void Evaluate_DoneWithinARange_IsIndeterminateThere()
    {
        Complaint range = Vip with { Resolved = Occurrence.Between(Nine + (5 * Hour), Nine + (7 * Hour)) };

        Assert.Equal("half", At(Engine().Evaluate(range, Nine + (5 * Hour) - Tick)));
        Assert.Equal(string.Empty, At(Engine().Evaluate(range, Nine + (5 * Hour))));
        Assert.Contains(Engine().Evaluate(range, Nine + (5 * Hour)).Findings, finding => finding.Standard.Id == "CMP-05" && finding.MissingInputs.Contains("Resolved"));
        Assert.Equal(string.Empty, At(Engine().Evaluate(range, Nine + (7 * Hour))));
    }

    /// <summary>S26: an ordinary customer has 48 hours and a VIP 8, so which point is reached cannot be told until all have reached one.</summary>
    [Fact]
    public void Evaluate_TierUnknown_IsCertainOnlyWhereAllTiersAreAtThePoint()
    {
        PolicyDecision decision = Engine().Evaluate(Vip with { Tier = CustomerTier.Unknown }, Nine + (4 * Hour));

        Assert.Equal(string.Empty, At(decision));
        Assert.Equal(["Tier"], decision.Findings.Single(finding => finding.Standard.Id == "CMP-05" && finding.Kind == FindingKind.Indeterminate).MissingInputs);
    }

    /// <summary>S1: resolved after 5 h, past the half of 8 h, and reopened at 20:00 with three hours left: due at 23:00. Until then there is no warning.</summary>
    [Fact]
    public void Timeline_Reopened_WarnsFromTheReopeningAndNotBefore()
    {
        Complaint resolved = Vip with { Resolved = Nine + (5 * Hour) };
        PolicyCase @case = new(resolved, [new ComplaintReopening { Id = "R", ComplaintId = "1", ReopenedAt = Nine + (11 * Hour) }]);
        PolicyEngineOptions options = new();
        options.Warnings["CMP-05"] = Ladder;
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with { Complaints = new ComplaintStandards { Reopening = ReopeningPolicy.GoesOn } }, options);
        PolicyTimeline timeline = engine.Timeline(@case, new Interval(Nine, Nine + Duration.FromDays(3)));

        Assert.Equal("half", At(timeline.At(Nine + (5 * Hour) - Tick)));
        Assert.Equal(string.Empty, At(timeline.At(Nine + (5 * Hour))));
        Assert.Equal(string.Empty, At(timeline.At(Nine + (11 * Hour) - Tick)));
        Assert.Equal("half", At(timeline.At(Nine + (11 * Hour))));
        Assert.Equal("half", At(timeline.At(Nine + (12 * Hour) - Tick)));
        Assert.Equal("three quarters", At(timeline.At(Nine + (12 * Hour))));
        Assert.Equal("last hour", At(timeline.At(Nine + (13 * Hour))));
        Assert.Equal("due", At(timeline.At(Nine + (14 * Hour))));
        Assert.Equal("late 1", At(timeline.At(Nine + (18 * Hour))));
    }

    [Property(MaxTest = 100)]
    public void Timeline_AnyLadder_HasWhatWalkingItsPointsFinds(byte[] shares, byte[] hours, byte doneAfter)
    {
        (string Name, WarningStep Step)[] steps =
        [
            .. shares.Take(5).Select((share, i) => ($"share {i}", WarningStep.AtShare(share % 101 / 100m))),
            .. hours.Take(5).Select((hour, i) => ($"hour {i}", hour < 128 ? WarningStep.Before(Duration.FromHours(1 + (hour % 12))) : WarningStep.After(Duration.FromHours(1 + (hour % 12))))),
        ];
        if (steps.Length == 0)
        {
            return;
        }

        Instant done = Nine + Duration.FromHours(doneAfter % 24);
        Complaint complaint = Vip with { Resolved = done };
        PolicyTimeline timeline = Engine(new WarningLadder(steps)).Timeline(new PolicyCase(complaint), new Interval(Nine, Nine + Duration.FromDays(10)));
        (string Name, Instant At)[] points = [.. steps.Select(step => (step.Name, At: Point(step.Step))).Where(point => point.At >= Nine && point.At < done)];
        for (int quarter = 0; quarter < 4 * 30; quarter++)
        {
            Instant at = Nine + Duration.FromMinutes(15 * quarter);
            Instant last = points.Where(point => point.At <= at).Select(point => point.At).DefaultIfEmpty(Instant.MinValue).Max();
            string expected = at >= done ? string.Empty : string.Join(", ", points.Where(point => point.At == last).Select(point => point.Name).Order(StringComparer.Ordinal));
            Assert.Equal(expected, At(timeline.At(at)));
        }

        static Instant Point(WarningStep step) => Nine + Duration.FromNanoseconds(8 * 3_600_000_000_000d * (double)step.Share) + step.Offset;
    }

    [Theory]
    [InlineData("50%")]
    [InlineData("12.5%")]
    [InlineData("PT1H before due")]
    [InlineData("when due")]
    [InlineData("PT4H after due")]
    [InlineData("every PT4H after due")]
    public void TryParse_WhatIsWritten_IsReadBack(string text)
    {
        Assert.True(WarningStep.TryParse(text, out WarningStep? step));
        Assert.Equal(text, step.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("101%")]
    [InlineData("-1%")]
    [InlineData("PT0S before due")]
    [InlineData("-PT1H after due")]
    [InlineData("every PT59S after due")]
    [InlineData("every PT1H before due")]
    [InlineData("PT1H")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(WarningStep.TryParse(text, out _));

    [Fact]
    public void Read_Configuration_NamesEveryMistake()
    {
        IConfiguration section = Section(("CMP-05:half", "50%"), ("CMP-05:soon", "an hour before"), ("CMP-04", "50%"));

        Assert.Equal(
            [
                "SP0031: Configuration 'CMP-04' is no ladder of warnings. Give its points by name, such as {\"CMP-05\":{\"last hour\":\"PT1H before due\",\"late\":\"every PT4H after due\"}}.",
                "SP0031: Configuration 'CMP-05:soon': 'an hour before' is no point of a limit. Write it as 50%, PT1H before due, when due, PT4H after due, or every PT4H after due.",
            ],
            Assert.Throws<PolicyBuildException>(() => WarningConfiguration.Read(section)).Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Create_WarningsOfNoStandard_AreAMistake()
    {
        PolicyEngineOptions options = new();
        options.Warnings["CMP-99"] = Ladder;

        Assert.Equal(
            "SP0031: There are warnings of 'CMP-99', and it is no standard. Name one by its Id, such as CMP-05.",
            Assert.Single(Assert.Throws<PolicyBuildException>(() => PolicyEngine.Create(ServiceStandards.Default, options)).Errors).ToString());
    }

    [Fact]
    public void Describe_AWarning_SaysWhichInBothLanguages()
    {
        Finding warning = Engine().Evaluate(Vip, Nine + (12 * Hour)).Findings.Single(finding => finding.Kind == FindingKind.Warning);

        Assert.Equal("CMP-05 warning, late (1): resolve within 8 h, due 2026-03-02T17:00:00Z, 4 h late (ZJ principles 3)", warning.ToString());
        Assert.Equal("CMP-05 提醒“late”(第 1 次):8 小时内办结,2026-03-02T17:00:00Z 到期,已超 4 小时(ZJ principles 3)", warning.Describe(CultureInfo.GetCultureInfo("zh-Hans")));
    }

    private static IConfiguration Section(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();

    private static string At(PolicyDecision decision) =>
        string.Join(", ", decision.Findings.Where(finding => finding.Kind == FindingKind.Warning).Select(Name).Order(StringComparer.Ordinal));

    private static string Name(Finding warning) => warning.Value is { } times ? string.Create(CultureInfo.InvariantCulture, $"{warning.Class} {times}") : warning.Class!;

    private static PolicyEngine Engine() => Usual;

    private static PolicyEngine Engine(WarningLadder ladder)
    {
        PolicyEngineOptions options = new();
        options.Warnings["CMP-05"] = ladder;
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }
}

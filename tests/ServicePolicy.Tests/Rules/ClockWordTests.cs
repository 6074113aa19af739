using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>Limits that begin again: the next reply, updates, agreed times; and what is cancelled (S1, S6, S29).</summary>
public sealed class ClockWordTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { IncludeCatalogue = false, RuleSets = { _ => new TicketRules() } });

    /// <summary>Messages at 00:00 and 03:00, each to be answered within 4 h; the reply at 03:30 answers both.</summary>
    [Fact]
    public void NextReply_OneReply_AnswersAllMessagesBeforeIt()
    {
        Ticket ticket = new() { Id = "1", Messages = [Hour(0), Hour(3)], Replies = [Hour(3.5)] };

        Assert.Equal(FindingState.Pending, State("RPL-01", ticket, Hour(3) - Tick));
        Assert.Equal(FindingState.AtRisk, State("RPL-01", ticket, Hour(3)));
        Assert.Equal(FindingState.Met, State("RPL-01", ticket, Hour(3.5)));
        Assert.Equal(FindingState.Met, State("RPL-01", ticket, Hour(50)));
    }

    [Fact]
    public void NextReply_OneMessageWithoutReply_IsBreachedThoughOthersWereAnswered()
    {
        Ticket ticket = new() { Id = "1", Messages = [Hour(0), Hour(3)], Replies = [Hour(2)] };

        Assert.Equal(FindingState.Met, State("RPL-01", ticket, Hour(3) - Tick));
        Assert.Equal(FindingState.Pending, State("RPL-01", ticket, Hour(3)));
        Assert.Equal(FindingState.AtRisk, State("RPL-01", ticket, Hour(7)));
        Assert.Equal(FindingState.Breached, State("RPL-01", ticket, Hour(7) + Tick));
    }

    [Fact]
    public void NextReply_PausedWhileItWaitsForTheCustomer_IsDueLaterByThat()
    {
        Ticket ticket = new() { Id = "1", Messages = [Hour(0)], Suspended = IntervalSet.Of(new Interval(Hour(1), Hour(3))) };

        Assert.Equal(FindingState.AtRisk, State("RPL-01", ticket, Hour(6)));
        Assert.Equal(FindingState.Breached, State("RPL-01", ticket, Hour(6) + Tick));
    }

    [Fact]
    public void NextReply_CancelledInTime_EndsWithoutABreach()
    {
        Ticket ticket = new() { Id = "1", Messages = [Hour(0)], Closed = Hour(4) };

        Assert.Equal(FindingState.AtRisk, State("RPL-01", ticket, Hour(4) - Tick));
        Assert.Equal(FindingState.None, State("RPL-01", ticket, Hour(4)));
        Assert.Equal(FindingState.Breached, State("RPL-01", ticket with { Closed = Hour(4) + Tick }, Hour(5)));
    }

    /// <summary>At least every 48 h while it is open: updates after 40 h and 90 h, closed after 130 h.</summary>
    [Fact]
    public void Updates_EachInTime_AreNeverBreached()
    {
        Ticket ticket = new() { Id = "1", Updates = [Hour(40), Hour(88)], Closed = Hour(130) };

        for (int hour = 0; hour < 200; hour++)
        {
            Assert.NotEqual(FindingState.Breached, State("UPD-01", ticket, Hour(hour)));
        }

        Assert.Equal(FindingState.Pending, State("UPD-01", ticket, Hour(123)));
        Assert.Equal(FindingState.AtRisk, State("UPD-01", ticket, Hour(124)));
        Assert.Equal(FindingState.Met, State("UPD-01", ticket, Hour(130)));
    }

    [Fact]
    public void Updates_OneTickLate_AreBreachedFromThen()
    {
        Ticket ticket = new() { Id = "1", Updates = [Hour(48) + Tick] };

        Assert.Equal(FindingState.AtRisk, State("UPD-01", ticket, Hour(48)));
        Assert.Equal(FindingState.Breached, State("UPD-01", ticket, Hour(48) + Tick));
        Assert.Equal(FindingState.Breached, State("UPD-01", ticket, Hour(60)));
        Assert.Equal(FindingState.Pending, State("UPD-01", ticket with { Updates = [Hour(48)] }, Hour(60)));
    }

    [Fact]
    public void Agreed_AnotherTimeInGoodTime_TakesThePlaceOfTheFirst()
    {
        Ticket ticket = new() { Id = "1", Agreed = [new(Hour(1), Hour(10)), new(Hour(5), Hour(20))] };

        Assert.Equal(FindingState.Pending, State("AGR-01", ticket, Hour(0)));
        Assert.Equal(Hour(10), Find("AGR-01", ticket, Hour(4))!.Value.Margin.Due);
        Assert.Equal(Hour(20), Find("AGR-01", ticket, Hour(5))!.Value.Margin.Due);
        Assert.Equal(FindingState.AtRisk, State("AGR-01", ticket, Hour(20)));
        Assert.Equal(FindingState.Breached, State("AGR-01", ticket, Hour(20) + Tick));
        Assert.Equal(FindingState.Met, State("AGR-01", ticket with { Kept = Hour(20) }, Hour(20)));
    }

    [Fact]
    public void Agreed_AnotherTimeTooLate_ChangesNothing()
    {
        Ticket ticket = new() { Id = "1", Agreed = [new(Hour(1), Hour(10)), new(Hour(10) + Tick, Hour(20))] };

        Assert.Equal(FindingState.Breached, State("AGR-01", ticket, Hour(12)));
        Assert.Equal(FindingState.AtRisk, State("AGR-01", ticket with { Agreed = [new(Hour(1), Hour(10)), new(Hour(10), Hour(20))] }, Hour(20)));
    }

    /// <summary>8 h from 00:00: the desk has it for 3 h, the workshop for 4 h while nothing is suspended, and the desk again for the last hour.</summary>
    [Fact]
    public void Holders_OfABreach_AreWhoHeldItLongestAndWhoAtTheMoment()
    {
        Ticket ticket = new() { Id = "1", Holdings = [new("desk", Hour(0)), new("workshop", Hour(3)), new("night desk", Hour(9))], Suspended = IntervalSet.Of(new Interval(Hour(5), Hour(7))) };

        Assert.Empty(Classes(ticket, Hour(10)));
        Assert.Equal(["at the moment: night desk", "longest: workshop"], Classes(ticket, Hour(10) + Tick));
        Assert.Empty(Classes(ticket with { Kept = Hour(10) }, Hour(20)));
        Assert.Equal(["at the moment: night desk", "longest: workshop"], Classes(ticket with { Kept = Hour(10) + Tick }, Hour(20)));
    }

    [Fact]
    public void Holders_DoneAtAnUnknownTime_CannotBeTold()
    {
        Finding finding = Assert.Single(Engine.Evaluate(new Ticket { Id = "1", Holdings = [new("desk", Hour(0))], Kept = Occurrence.AtUnknownTime }, Hour(20)).Findings, finding => finding.Standard.Id == "WHO-01");

        Assert.Equal(["Kept"], finding.MissingInputs);
    }

    /// <summary>S1: none of them knows what comes later.</summary>
    [Property(MaxTest = 60)]
    public void Timeline_WhatComesLater_ChangesNothingBefore(byte[] hours, byte replied, byte kept)
    {
        Instant[] at = [.. hours.Take(6).Select(hour => Hour(hour % 60)).Order()];
        Ticket ticket = new()
        {
            Id = "1",
            Messages = at,
            Replies = [Hour(replied % 60)],
            Updates = at,
            Agreed = [.. at.Select((time, i) => new AgreedTime(time, time + Duration.FromHours(5 + i)))],
            Kept = Hour(kept % 60),
        };
        PolicyTimeline all = Timeline(ticket);
        for (int hour = 0; hour < 80; hour++)
        {
            Instant now = Hour(hour);
            Ticket known = ticket with
            {
                Messages = [.. at.Where(time => time <= now)],
                Replies = [.. ticket.Replies.Where(reply => reply.HasHappenedBy(now) == YesNo.Yes)],
                Updates = [.. at.Where(time => time <= now)],
                Agreed = [.. ticket.Agreed.Where(time => time.AgreedAt <= now)],
                Kept = ticket.Kept.HasHappenedBy(now) == YesNo.Yes ? ticket.Kept : Occurrence.NotHappened,
            };
            Assert.Equal(Says(all, now), Says(Timeline(known), now));
        }
    }

    private static string[] Classes(Ticket ticket, Instant at) =>
        [.. Engine.Evaluate(ticket, at).Findings.Where(finding => finding.Standard.Id == "WHO-01").Select(finding => finding.Class!).Order(StringComparer.Ordinal)];

    private static Instant Hour(double hour) => Midnight + Duration.FromHours(hour);

    private static string[] Says(PolicyTimeline timeline, Instant at) => [.. timeline.At(at).Findings.Select(finding => $"{finding.Standard.Id} {finding.State}").Order(StringComparer.Ordinal)];

    private static PolicyTimeline Timeline(Ticket ticket) => Engine.Timeline(new PolicyCase(ticket), new Interval(Midnight, Hour(300)));

    private static FindingState State(string standard, Ticket ticket, Instant at) => Find(standard, ticket, at)?.State ?? FindingState.None;

    private static Finding? Find(string standard, Ticket ticket, Instant at)
    {
        Finding[] decided = [.. Engine.Evaluate(ticket, at).Findings.Where(finding => finding.Standard.Id == standard)];
        Finding[] told = [.. Timeline(ticket).At(at).Findings.Where(finding => finding.Standard.Id == standard)];
        Assert.Equal(told.Select(finding => finding.ToString()), decided.Select(finding => finding.ToString()));
        Assert.True(decided.Length <= 1);
        return decided.Length == 0 ? null : decided[0];
    }

    private sealed record Ticket : IFact
    {
        public required string Id { get; init; }

        public Instant OpenedAt => Midnight;

        public IReadOnlyList<Instant> Messages { get; init; } = [];

        public IReadOnlyList<Occurrence> Replies { get; init; } = [];

        public IReadOnlyList<Instant> Updates { get; init; } = [];

        public IReadOnlyList<AgreedTime> Agreed { get; init; } = [];

        public IntervalSet Suspended { get; init; } = IntervalSet.Empty;

        public IReadOnlyList<Holding> Holdings { get; init; } = [];

        public Occurrence Kept { get; init; }

        public Occurrence Closed { get; init; }
    }

    private sealed class TicketRules : RuleSet
    {
        public TicketRules()
            : base("Tickets", New("RPL-01"), New("UPD-01"), New("AGR-01"), New("WHO-01"))
        {
            Rule("RPL-01").For<Ticket>().Yield((t, to) => to.NextReply(t.Messages, t.Replies, TimeLimit.FromHours(4), t.Suspended, unless: t.Closed));
            Rule("UPD-01").For<Ticket>().Yield((t, to) => to.Updates(t.OpenedAt, every: TimeLimit.FromHours(48), t.Updates, until: t.Closed, t.Suspended));
            Rule("AGR-01").For<Ticket>().Yield((t, to) => to.Agreed(t.OpenedAt, t.Agreed, until: t.Kept, unless: t.Closed));
            Rule("WHO-01").For<Ticket>().Yield((t, to) => to.Holders(null, t.OpenedAt, WorkingLimit.Of(Duration.FromHours(8)), until: t.Kept, t.Holdings, t.Suspended));
        }

        private static Standard New(string id) => new(id, Severity.Minor, "ours") { OwnTitle = id };
    }
}

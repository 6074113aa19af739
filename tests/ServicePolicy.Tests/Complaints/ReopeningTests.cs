using System.Collections.Concurrent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using Xunit;

namespace ServicePolicy.Tests.Complaints;

/// <summary>Resolved, reopened, resolved again: its policy is a named choice, and what was met at 03:00 was met at 03:00 (S1, S6, S29).</summary>
public sealed class ReopeningTests
{
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 2, 0, 0);
    private static readonly Duration Tick = Duration.Epsilon;
    private static readonly ConcurrentDictionary<string, PolicyEngine> Engines = new(StringComparer.Ordinal);

    /// <summary>A VIP has 8 h. Resolved after 3 h, and reopened at 05:00.</summary>
    private static readonly Complaint Vip = new() { Id = "1", ReceivedAt = Midnight, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T", Resolved = Hour(3) };
    private static readonly ComplaintReopening AtFive = new() { Id = "R1", ComplaintId = "1", ReopenedAt = Hour(5) };

    /// <summary>Of 8 h three are gone, so five are left: due at 10:00. Anew it is due at 13:00, and with two hours of its own at 07:00.</summary>
    [Theory]
    [InlineData("goes on", 10)]
    [InlineData("starts anew", 13)]
    [InlineData("PT2H", 7)]
    public void Evaluate_Reopened_IsDueByThePolicy(string policy, int due)
    {
        Assert.Equal(FindingState.Met, State(policy, Hour(5) - Tick, Vip, AtFive));
        Assert.NotEqual(FindingState.Breached, State(policy, Hour(5), Vip, AtFive));
        Assert.Equal(FindingState.AtRisk, State(policy, Hour(due), Vip, AtFive));
        Assert.Equal(FindingState.Breached, State(policy, Hour(due) + Tick, Vip, AtFive));
        Assert.Equal(Hour(due), Find(policy, Hour(due), Vip, AtFive).Margin.Due);
        Assert.Equal(FindingState.Met, State(policy, Hour(due), Vip, AtFive with { ResolvedAgain = Hour(due) }));
        Assert.Equal(FindingState.Breached, State(policy, Hour(due) + Tick, Vip, AtFive with { ResolvedAgain = Hour(due) + Tick }));
    }

    /// <summary>Anew the limit is that of the tier: 8, 24 and 48 h from 05:00.</summary>
    [Theory]
    [InlineData(CustomerTier.Vip, 13)]
    [InlineData(CustomerTier.GoTone, 29)]
    [InlineData(CustomerTier.Ordinary, 53)]
    public void Evaluate_ReopenedByTier_HasTheLimitOfTheTier(CustomerTier tier, int due)
    {
        Assert.Equal(FindingState.AtRisk, State("starts anew", Hour(due), Vip with { Tier = tier }, AtFive));
        Assert.Equal(FindingState.Breached, State("starts anew", Hour(due) + Tick, Vip with { Tier = tier }, AtFive));
    }

    [Fact]
    public void Evaluate_ReopenedWithoutAPolicy_NamesTheFigure()
    {
        Finding finding = Find(null, Hour(5), Vip, AtFive);

        Assert.Equal(FindingKind.Indeterminate, finding.Kind);
        Assert.Equal(["Complaints:Reopening"], finding.MissingInputs);
        Assert.Equal(FindingState.Met, State(null, Hour(5) - Tick, Vip, AtFive));
    }

    /// <summary>Gone are 3 h, and the hour from 05:00 to 06:00; 4 h are left at 08:00, so it is due at 12:00.</summary>
    [Fact]
    public void Evaluate_ReopenedTwice_GoesOnWithWhatIsLeft()
    {
        ComplaintReopening first = AtFive with { ResolvedAgain = Hour(6) }, second = new() { Id = "R2", ComplaintId = "1", ReopenedAt = Hour(8) };

        Assert.Equal(FindingState.Met, State("goes on", Hour(6), Vip, first, second));
        Assert.Equal(FindingState.AtRisk, State("goes on", Hour(12), Vip, first, second));
        Assert.Equal(FindingState.Breached, State("goes on", Hour(12) + Tick, Vip, first, second));
        Assert.Equal(FindingState.Breached, State("goes on", Hour(12) + Tick, Vip, second, first));
    }

    [Theory]
    [InlineData("goes on")]
    [InlineData("starts anew")]
    [InlineData("PT2H")]
    public void Evaluate_BreachedBeforeIt_StaysBreached(string policy)
    {
        Complaint late = Vip with { Resolved = Hour(9) };
        ComplaintReopening atTen = AtFive with { ReopenedAt = Hour(10), ResolvedAgain = Hour(11) };

        Assert.Equal(FindingState.Breached, State(policy, Hour(8) + Tick, late, atTen));
        Assert.Equal(FindingState.Breached, State(policy, Hour(12), late, atTen));
    }

    [Fact]
    public void Evaluate_ReopenedWhatWasNeverResolved_IsNoReopening()
    {
        Complaint open = Vip with { Resolved = Occurrence.NotHappened };

        Assert.Equal(FindingState.AtRisk, State("starts anew", Hour(8), open, AtFive));
        Assert.Equal(FindingState.Breached, State("starts anew", Hour(8) + Tick, open, AtFive));
    }

    /// <summary>What was taken up before it was received was something else: the clocks of two machines.</summary>
    [Theory]
    [InlineData("goes on")]
    [InlineData("starts anew")]
    [InlineData(null)]
    public void Evaluate_ReopenedBeforeItWasReceived_IsNoReopening(string? policy) =>
        Assert.Equal(FindingState.Met, State(policy, Hour(30), Vip, AtFive with { ReopenedAt = Midnight - Tick }));

    /// <summary>Suspended from 06:00 to 07:00, so everything after that is an hour later.</summary>
    [Theory]
    [InlineData("goes on", 11)]
    [InlineData("starts anew", 14)]
    [InlineData("PT2H", 8)]
    public void Evaluate_SuspendedAfterIt_KeepsTheSuspension(string policy, int due)
    {
        Complaint suspended = Vip with { Suspended = IntervalSet.Of(new Interval(Hour(6), Hour(7))) };

        Assert.Equal(Hour(due), Find(policy, Hour(due), suspended, AtFive).Margin.Due);
        Assert.Equal(FindingState.Breached, State(policy, Hour(due) + Tick, suspended, AtFive));
    }

    /// <summary>S27: resolved between 02:00 and 04:00, so that of 8 h two to four are gone: due between 09:00 and 11:00.</summary>
    [Fact]
    public void Evaluate_ResolvedWithinARange_IsCertainWhereBothEndsAgree()
    {
        Complaint range = Vip with { Resolved = Occurrence.Between(Hour(2), Hour(4)) };

        Assert.Equal(FindingState.AtRisk, State("goes on", Hour(9), range, AtFive));
        Assert.Equal(FindingKind.Indeterminate, Find("goes on", Hour(10), range, AtFive).Kind);
        Assert.Equal(["Resolved"], Find("goes on", Hour(10), range, AtFive).MissingInputs);
        Assert.Equal(FindingState.Breached, State("goes on", Hour(11) + Tick, range, AtFive));
    }

    /// <summary>Nobody else's complaint has a limit, and other complaints' reopenings are theirs.</summary>
    [Fact]
    public void Evaluate_OtherComplaintsReopening_IsNone() =>
        Assert.Equal(FindingState.Met, State("goes on", Hour(30), Vip, AtFive with { ComplaintId = "2" }));

    /// <summary>S1: the state at an instant does not change when everything later is taken away.</summary>
    [Property(MaxTest = 100)]
    public void Timeline_Reopenings_HaveNoHindsight(byte[] hours, byte choice)
    {
        string policy = new[] { "goes on", "starts anew", "PT2H" }[choice % 3];
        int[] at = [.. hours.Take(6).Select(hour => hour % 40).Distinct().Order()];
        if (at.Length == 0)
        {
            return;
        }

        for (int until = 0; until <= 60; until++)
        {
            Instant now = Hour(until);
            Assert.Equal(Find(policy, now, Case(at, Instant.MaxValue)).ToString(), Find(policy, now, Case(at, now)).ToString());
        }

        static IFact[] Case(int[] at, Instant known)
        {
            List<IFact> facts = [Vip with { Resolved = Known(Hour(at[0]), known) }];
            for (int i = 1; i < at.Length && Hour(at[i]) <= known; i += 2)
            {
                facts.Add(new ComplaintReopening { Id = $"R{i}", ComplaintId = "1", ReopenedAt = Hour(at[i]), ResolvedAgain = i + 1 < at.Length ? Known(Hour(at[i + 1]), known) : Occurrence.NotHappened });
            }

            return [.. facts];
        }

        static Occurrence Known(Instant at, Instant known) => at <= known ? at : Occurrence.NotHappened;
    }

    /// <summary>A naive walk from hour to hour: the clock runs while it is open and, where it goes on, never from the start.</summary>
    [Property(MaxTest = 100)]
    public void Timeline_GoesOn_IsBreachedWhereAWalkFindsMoreThanTheLimit(byte[] hours)
    {
        int[] at = [.. hours.Take(7).Select(hour => hour % 40).Distinct().Order()];
        if (at.Length == 0)
        {
            return;
        }

        List<IFact> facts = [Vip with { Resolved = Hour(at[0]) }];
        for (int i = 1; i < at.Length; i += 2)
        {
            facts.Add(new ComplaintReopening { Id = $"R{i}", ComplaintId = "1", ReopenedAt = Hour(at[i]), ResolvedAgain = i + 1 < at.Length ? Hour(at[i + 1]) : Occurrence.NotHappened });
        }

        int used = 0;
        bool breached = false;
        for (int hour = 0; hour < 60; hour++)
        {
            Assert.Equal(breached, State("goes on", Hour(hour), [.. facts]) == FindingState.Breached);
            bool open = at.Count(change => change <= hour) % 2 == 0;
            used += open ? 1 : 0;
            breached |= used > 8;
            Assert.Equal(open && !breached, State("goes on", Hour(hour) + (open && used == 8 ? Duration.Zero : Tick), [.. facts]) is FindingState.Pending or FindingState.AtRisk);
        }
    }

    [Theory]
    [InlineData("goes on")]
    [InlineData("starts anew")]
    [InlineData("PT24H")]
    public void TryParse_WhatIsWritten_IsReadBack(string text)
    {
        Assert.True(ReopeningPolicy.TryParse(text, out ReopeningPolicy? policy));
        Assert.Equal(text, policy.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anew")]
    [InlineData("-PT1H")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(ReopeningPolicy.TryParse(text, out _));

    private static Instant Hour(int hour) => Midnight + Duration.FromHours(hour);

    private static FindingState State(string? policy, Instant at, params IFact[] facts) => Find(policy, at, facts).State;

    private static Finding Find(string? policy, Instant at, params IFact[] facts)
    {
        PolicyCase @case = new(facts[0], facts[1..]);
        PolicyEngine engine = Engine(policy);
        Finding decided = Assert.Single(engine.Evaluate(@case, at).Findings, finding => finding.Standard.Id == "CMP-05");
        Finding told = Assert.Single(engine.Timeline(@case, new Interval(Midnight, Hour(100))).At(at).Findings, finding => finding.Standard.Id == "CMP-05");
        Assert.Equal(told.ToString(), decided.ToString());
        return decided;
    }

    private static PolicyEngine Engine(string? policy) => Engines.GetOrAdd(policy ?? string.Empty, static policy => PolicyEngine.Create(ServiceStandards.Default with
    {
        Complaints = new ComplaintStandards { Reopening = ReopeningPolicy.TryParse(policy, out ReopeningPolicy? parsed) ? parsed : null },
    }));
}

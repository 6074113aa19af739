using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

/// <summary>The rules on an account's history say at every instant what a naive replay says.</summary>
[Properties(Arbitrary = [typeof(AccountHistories)])]
public sealed class AccountHistoryTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly OperatorAccount Account = new() { Id = "A1", OpenedAt = Arbitraries.Origin, Zone = "Asia/Shanghai" };

    [Property(MaxTest = 500)]
    public void Timeline_AnyHistory_AgreesWithANaiveReplay(AccountHistory history)
    {
        PolicyTimeline timeline = Probe.Engine.Timeline(new PolicyCase(Account, history.Events), Probe.Window);
        AccountOracle oracle = new(history.Events, Zone);

        foreach (Instant t in Instants(timeline, history))
        {
            PolicyDecision decision = timeline.At(t);
            Assert.Equal((t, oracle.Locked(t)), (t, Holds(decision, "CRD-05", FindingKind.Prohibition)));
            Assert.Equal((t, oracle.Listed(t)), (t, Holds(decision, "CRD-04", FindingKind.Prohibition)));
        }
    }

    /// <summary>
    /// What is said of sessions for sure is so in every way in which it could have been, and where nothing is doubtful it is said for sure.
    /// Each place is told on its own, so that it may be in doubt what only all places together would tell.
    /// </summary>
    [Property(MaxTest = 300)]
    public void Sessions_AnyHistory_AreToldForSureOnlyWhereEveryReadingAgrees(AccountHistory history)
    {
        AccountOracle oracle = new(history.Events, Zone);
        if (!oracle.CanTryAll)
        {
            return;
        }

        SignInRequest request = new() { Id = "R1", AccountId = "A1", RequestedAt = Arbitraries.Origin, Place = "Desk 1", Purpose = SignInPurpose.Continue };
        PolicyTimeline account = Probe.Engine.Timeline(new PolicyCase(Account, history.Events), Probe.Window);
        PolicyTimeline asked = Probe.Engine.Timeline(new PolicyCase(request, history.Events), Probe.Window);
        bool doubtful = history.Events.Any(e => e.Kind == AccountEventKind.Unknown || e.Place.Value is null);
        foreach (Instant t in Instants(account, history).Concat(Instants(asked, history)).Distinct())
        {
            Agree("CRD-12", oracle.Shared(t), Holds(account.At(t), "CRD-12", FindingKind.Violation), t);
            Agree("CRD-10", oracle.LeftOpen(t), Holds(account.At(t), "CRD-10", FindingKind.Violation), t);
            Agree("CRD-12 asked", oracle.Elsewhere("Desk 1", t), Holds(asked.At(t), "CRD-12", FindingKind.Prohibition), t);
            Assert.Equal((t, oracle.NothingOpen("Desk 1", t)), (t, Holds(asked.At(t), "CRD-10", FindingKind.Prohibition)));
        }

        void Agree(string what, YesNo expected, YesNo said, Instant t)
        {
            if (said != YesNo.Unknown || !doubtful || expected == YesNo.No)
            {
                Assert.Equal((what, t, expected), (what, t, said));
            }
        }
    }

    /// <summary>S1: what happens later does not change what held before.</summary>
    /// <remarks>But for the inputs that are named: of more unknown inputs than can be tried together, more are named than matter.</remarks>
    [Property(MaxTest = 200)]
    public void Timeline_WithoutLaterEvents_IsTheSameUntilThen(AccountHistory history)
    {
        PolicyTimeline whole = Probe.Engine.Timeline(new PolicyCase(Account, history.Events), Probe.Window);
        foreach (Instant t in history.Events.Select(@event => @event.HappenedAt).Distinct())
        {
            PolicyTimeline known = Probe.Engine.Timeline(new PolicyCase(Account, history.Events.Where(@event => @event.HappenedAt <= t)), Probe.Window);
            Assert.Equal(Said(whole.At(t)), Said(known.At(t)));
        }
    }

    /// <summary>The order in which facts are given never matters.</summary>
    [Property(MaxTest = 100)]
    public void Timeline_FactsInAnyOrder_IsTheSame(AccountHistory history) => Assert.Equal(
        Probe.Engine.Timeline(new PolicyCase(Account, history.Events), Probe.Window).Findings.Select(finding => finding.ToString() + finding.Holds),
        Probe.Engine.Timeline(new PolicyCase(Account, history.Events.Reverse()), Probe.Window).Findings.Select(finding => finding.ToString() + finding.Holds));

    [Fact]
    public void Histories_ManyGenerated_AreLockedListedSharedLeftOpenAndInDoubt()
    {
        AccountHistory[] sample = [.. AccountHistories.Histories().Generator.Sample(3000, new Rnd(20261120, 1), 50)];
        HashSet<(string, FindingKind)> seen =
        [
            .. sample.SelectMany(history => Probe.Engine.Timeline(new PolicyCase(Account, history.Events), Probe.Window).Findings).Select(finding => (finding.Standard.Id, finding.Kind)),
        ];

        Assert.Superset(
            new HashSet<(string, FindingKind)>
            {
                ("CRD-04", FindingKind.Prohibition),
                ("CRD-04", FindingKind.Indeterminate),
                ("CRD-05", FindingKind.Prohibition),
                ("CRD-05", FindingKind.Indeterminate),
                ("CRD-08", FindingKind.Violation),
                ("CRD-08", FindingKind.Obligation),
                ("CRD-08", FindingKind.Indeterminate),
                ("CRD-10", FindingKind.Violation),
                ("CRD-10", FindingKind.Indeterminate),
                ("CRD-12", FindingKind.Indeterminate),
                ("CRD-12", FindingKind.Violation),
            },
            seen);
        Assert.Contains(sample, history => history.Events.Count == 0);
    }

    /// <summary>A long history costs a linear time.</summary>
    [Fact]
    public void Timeline_TenThousandDoubtfulEvents_IsDecidedInTime()
    {
        AccountEvent[] events = [.. Enumerable.Range(0, 10_000).Select(number => new AccountEvent
        {
            Id = $"E{number}",
            AccountId = "A1",
            HappenedAt = Arbitraries.Origin + Duration.FromSeconds(number),
            Kind = (number % 3) switch { 0 => AccountEventKind.PasswordSet, 1 => AccountEventKind.Unknown, _ => AccountEventKind.SignedIn },
            Place = $"Desk {number % 7}",
        })];

        Assert.NotEmpty(Probe.Engine.Evaluate(new PolicyCase(Account, events), Arbitraries.Origin + Duration.FromDays(1)).Findings);
    }

    private static YesNo Holds(PolicyDecision decision, string standard, FindingKind kind)
    {
        Finding[] about = [.. decision.Findings.Where(finding => finding.Standard.Id == standard)];
        return about.Any(finding => finding.Kind == kind) ? YesNo.Yes : about.Any(finding => finding.Kind == FindingKind.Indeterminate) ? YesNo.Unknown : YesNo.No;
    }

    private static IEnumerable<string> Said(PolicyDecision decision) => decision.Findings
        .Select(finding => $"{finding.Standard.Id} {finding.Subject} {finding.Kind} {finding.State}").Order(StringComparer.Ordinal);

    private static Instant[] Instants(PolicyTimeline timeline, AccountHistory history) =>
    [
        .. Probe.Boundaries(timeline).Concat(history.Events.Select(@event => @event.HappenedAt))
            .SelectMany(boundary => new[] { boundary - Duration.Epsilon, boundary, boundary + Duration.Epsilon })
            .Where(t => t >= Arbitraries.Origin).Distinct().Order(),
    ];
}

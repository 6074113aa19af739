using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Messaging;
using ServicePolicy.Refunds;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests;

/// <summary>One timeline over a case of seven families, as docs/story.md tells it: each family says when something of it changes, and none knows of the others' insides.</summary>
public sealed class StoryTests
{
    private static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly Interval November = new(Instant.FromUtc(2026, 10, 31, 16, 0), Instant.FromUtc(2026, 11, 30, 16, 0));

    private static readonly PolicyCase Case = new(
        new Complaint
        {
            Id = "CP-1",
            ReceivedAt = Taken,
            Tier = CustomerTier.Vip,
            KeyCustomer = YesNo.Yes,
            FiledBy = Filer.AccountHolder,
            Ticket = "T-1",
            NotSettledOnTheSpot = Taken,
            Referred = Taken + Duration.FromMinutes(10),
            ReferredTo = Referral.ComplaintTeam,
            KeyCustomerContacted = Taken + Duration.FromMinutes(90),
            FirstReply = Taken + Duration.FromMinutes(90),
            Resolved = Instant.FromUtc(2026, 11, 25, 2, 0),
        },
        [
            new Customer { Id = "C-1", KnownSince = Instant.FromUtc(2026, 9, 30, 16, 0), Zone = "Asia/Shanghai", StateOrgan = YesNo.Yes, Approved = Instant.FromUtc(2026, 9, 30, 16, 0) },
            Care("E-1", CareKind.Phone, Instant.FromUtc(2026, 10, 12, 2, 0)),
            Care("E-2", CareKind.Visit, Instant.FromUtc(2026, 11, 27, 6, 0)),
            new ChargedSubscription { Id = "S-1", OrderedAt = Instant.FromUtc(2026, 10, 20, 2, 0), ChargeId = "CH-1" },
            new DisputedCharge { Id = "CH-1", ChargedAt = November.Start, Overcharge = Money.Cny(10), ComplaintId = "CP-1", ChargingErrorEstablished = Instant.FromUtc(2026, 11, 25, 2, 0) },
            new ReminderReply { Id = "R-1", RepliedAt = Instant.FromUtc(2026, 11, 19, 2, 0), DisputesCharge = YesNo.Yes, Contacted = Taken + Duration.FromMinutes(90) },
            Paid("P-1", Instant.FromUtc(2026, 11, 21, 2, 0)),
            Paid("P-2", Instant.FromUtc(2026, 11, 26, 2, 0)),
            new CustomerMessage
            {
                Id = "M-1",
                CustomerId = "C-1",
                QueuedAt = Instant.FromUtc(2026, 11, 26, 14, 30),
                Kind = MessageKind.CustomerCare,
                Content = ContentClass.Lawful,
                Advertising = YesNo.No,
                Channel = MessageChannel.Operator,
                SenderNumber = "10086",
                Zone = "Asia/Shanghai",
                Sent = Instant.FromUtc(2026, 11, 26, 23, 0),
                GraveDisturbance = YesNo.No,
            },
            new ScoreCard { Id = "SC-11", HallId = "H-1", Dates = November, Zone = "Asia/Shanghai", HallType = HallType.Other, Complete = YesNo.Yes, RankInClass = 9, Highlight = YesNo.No },
        ]);

    private static readonly PolicyTimeline Timeline = PolicyEngine
        .Create(ServiceStandards.Default with { Inspection = new InspectionStandards { Breaches = BreachMap.Parse("CMP-05 INS-06.02") } })
        .Timeline(Case, new Interval(November.Start, November.End + Duration.FromDays(1)));

    [Theory]
    [InlineData("CUS-01", "2026-09-30T16:00:00Z Classification Key")]
    [InlineData("CMP-13", "2026-11-20T01:00:00Z Pending", "2026-11-20T02:30:00Z Met")]
    [InlineData("CMP-05", "2026-11-20T01:00:00Z Pending", "2026-11-20T07:00:00Z AtRisk", "2026-11-20T09:00:00.000000001Z Breached")]
    [InlineData("RFD-02", "2026-11-20T09:00:00.000000001Z Owed 10", "2026-11-21T02:00:00Z Paid 10", "2026-11-25T02:00:00Z Superseded 10")]
    [InlineData("RFD-01", "2026-11-25T02:00:00Z Owed 10", "2026-11-26T02:00:00Z Paid 20")]
    [InlineData("MSG-03", "2026-11-26T14:30:00Z Prohibition")]
    [InlineData("INS-13", "2026-11-20T09:00:00.000000001Z Measure CMP-05 5")]
    [InlineData("INS-12", "2026-10-31T16:00:00Z Measure 100 100", "2026-11-20T09:00:00.000000001Z Measure 100 95")]
    public void Timeline_OfTheStory_IsThatOfTheTable(string standard, params string[] expected) =>
        Assert.Equal(expected, Timeline.Findings.Where(finding => finding.Standard.Id == standard).Select(Text));

    [Fact]
    public void At_TheVisit_TheContactOfTheMonthIsMetToo()
    {
        Assert.Equal([FindingState.AtRisk, FindingState.Pending], Care(Instant.FromUtc(2026, 11, 27, 6, 0) - Duration.Epsilon));
        Assert.Equal([FindingState.Met, FindingState.Met], Care(Instant.FromUtc(2026, 11, 27, 6, 0)));
    }

    [Fact]
    public void At_TheEndOfTheMonth_TheCardCitesTheBreach()
    {
        ScoreSheetLine line = Assert.Single(Assert.Single(ScoreSheet.Of(Timeline.At(November.End))).Sections.SelectMany(section => section.Lines));

        Assert.Equal(("CMP-05", "INS-06.02", 5m, "Complaint CP-1"), (line.Clause, line.Item, line.Points, line.Source.ToString()));
    }

    private static IEnumerable<FindingState> Care(Instant at) => Timeline.At(at).Findings.Where(finding => finding.Standard.Id is "CUS-04" or "CUS-05").OrderBy(finding => finding.Standard.Id, StringComparer.Ordinal).Select(finding => finding.State);

    private static CareEvent Care(string id, CareKind kind, Instant at) => new() { Id = id, CustomerId = "C-1", ArrangedAt = at, Kind = kind, TookPlace = at };

    private static RefundPayment Paid(string id, Instant at) => new() { Id = id, ChargeId = "CH-1", PaidAt = at, Amount = Money.Cny(10), Channel = RefundChannel.BillingSystem };

    private static string Text(Finding finding) => string.Join(' ', new[]
    {
        NodaTime.Text.InstantPattern.ExtendedIso.Format(finding.Holds.Start),
        finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString(),
        finding.Class,
        finding.Amount?.Amount.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
        finding.Value?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture),
    }.Where(word => word is not null));
}

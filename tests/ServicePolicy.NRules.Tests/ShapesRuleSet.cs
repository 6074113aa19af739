using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using ServicePolicy.Testing;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.NRules.Tests;

/// <summary>Every shape a rule can have, whether or not a family of the catalogue has it.</summary>
internal sealed class ShapesRuleSet : RuleSet
{
    public ShapesRuleSet()
        : base("Shapes", Enumerable.Range(1, 10).Select(number => new Standard($"SHP-{number:00}", Severity.Minor, "ours") { OwnTitle = $"shape {number}" }))
    {
        Rule("SHP-01").For<DisputedCharge>()
            .Join<Complaint>(charge => charge.ComplaintId, complaint => complaint.Id)
            .When("VIP", (_, complaint) => complaint.Tier.Is(CustomerTier.Vip), nameof(Complaint.Tier))
            .Yield((charge, complaint, to) => to.Violation(complaint.ReceivedAt));

        Rule("SHP-02").For<Complaint>()
            .Without<DisputedCharge>("no charge disputed", complaint => complaint.Id, charge => charge.ComplaintId)
            .Yield((complaint, to) => to.Permission(complaint.ReceivedAt));

        Rule("SHP-03").For<Complaint>()
            .From("CMP-05", FindingState.AtRisk)
            .Yield((complaint, to) => to.Violation(to.Since));

        Rule("SHP-04").For<Complaint>()
            .Except("CMP-05", FindingState.AtRisk)
            .Yield((complaint, to) => to.Permission(complaint.ReceivedAt));

        Rule("SHP-05").For<Complaint>()
            .Collect<DisputedCharge>(complaint => complaint.Id, charge => charge.ComplaintId)
            .Yield((complaint, charges, to) => to.Measure(charges.Count, new Interval(complaint.ReceivedAt, null)));

        Rule("SHP-06").For<Complaint>()
            .At("CMP-05", complaint => complaint.ReceivedAt + Duration.FromHours(40))
            .Yield((complaint, to) => to.Classification("had a limit", new Interval(complaint.ReceivedAt, null)));

        Rule("SHP-07").For<Complaint>()
            .StartingIn("RFD-01", complaint => new Interval(complaint.ReceivedAt, complaint.ReceivedAt + Duration.FromHours(48)))
            .Yield((complaint, to) => to.Violation(complaint.ReceivedAt));

        Rule("SHP-08").For<Complaint>()
            .While("SHP-06", of: Subject.First)
            .Except("RFD-01", FindingState.Owed, Subject.Any)
            .Yield((complaint, to) => to.Limit(complaint.ReceivedAt, Time.TimeLimit.FromHours(30), complaint.FirstReply));

        // Findings of one standard that overlap, one of which may be in doubt: a consumer sees them as one.
        Rule("SHP-09", "filed by the account holder").For<Complaint>()
            .When("filed by the account holder", complaint => complaint.FiledBy.Is(Filer.AccountHolder), nameof(Complaint.FiledBy))
            .Yield((complaint, to) => to.Permission(Hours(complaint, 0, 10)));

        Rule("SHP-09", "with a ticket").For<Complaint>()
            .When("a ticket", complaint => complaint.Ticket.Exists, nameof(Complaint.Ticket))
            .Yield((complaint, to) => to.Permission(Hours(complaint, 5, 20)));

        Rule("SHP-10").For<Complaint>()
            .While("SHP-09")
            .Yield((complaint, to) => to.Limit(to.Since, Time.TimeLimit.FromHours(8), Occurrence.NotHappened));
    }

    private static Interval Hours(Complaint complaint, int from, int until) => new(complaint.ReceivedAt + Duration.FromHours(from), complaint.ReceivedAt + Duration.FromHours(until));

    public static PolicyEngineOptions Options()
    {
        PolicyEngineOptions options = new() { Calendars = { ChinaCalendar.Create(FactDomain.HallCalendar, OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(17, 0))) } };
        options.RuleSets.Add(_ => new ShapesRuleSet());
        options.RuleSets.Add(figures => new GuidanceRules(figures.Guidance));
        WarningLadder ladder = new(("half", WarningStep.AtShare(0.5m)), ("last hour", WarningStep.Before(Duration.FromHours(1))), ("late", WarningStep.EveryAfter(Duration.FromDays(20))));
        foreach (string standard in new[] { "CMP-05", "CMP-13", "HND-13", "HND-14", "RFD-05" })
        {
            options.Warnings[standard] = ladder;
        }

        return options;
    }
}

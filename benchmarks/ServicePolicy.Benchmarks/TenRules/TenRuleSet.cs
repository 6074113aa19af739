using ServicePolicy.Complaints;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>Ten complaint rules as an author writes them.</summary>
public sealed class TenRuleSet : RuleSet
{
    public static readonly TimeLimit Reply = TimeLimit.FromHours(48);
    public static readonly TimeLimit Vip = TimeLimit.FromHours(8);
    public static readonly TimeLimit GoTone = TimeLimit.FromHours(24);
    public static readonly TimeLimit Ordinary = TimeLimit.FromHours(48);
    public static readonly TimeLimit CrossProvince = TimeLimit.FromHours(72);

    public TenRuleSet()
        : base("Ten rules", Enumerable.Range(1, 7).Select(number => new Standard($"TEN-0{number}", Severity.Major, "bench") { OwnTitle = $"bench {number}" }))
    {
        Rule("TEN-01").For<BenchComplaint>()
            .When("not recorded", c => c.Ticket is null)
            .Yield((c, to) => to.Violation(c.ReceivedAt));

        Rule("TEN-02").For<BenchComplaint>()
            .When("filed by someone else", c => c.FiledBy != Filer.AccountHolder)
            .Yield((c, to) => to.Inadmissible(c.ReceivedAt));

        Admissible("TEN-03")
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: Reply, until: c.FirstReply));

        Admissible("TEN-04", "VIP")
            .When("VIP, own network", c => c.Tier == CustomerTier.Vip && !c.CrossProvince)
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: Vip, until: c.Resolved));

        Admissible("TEN-04", "GoTone")
            .When("GoTone, own network", c => c.Tier == CustomerTier.GoTone && !c.CrossProvince)
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: GoTone, until: c.Resolved));

        Admissible("TEN-04", "ordinary")
            .When("ordinary, own network", c => c.Tier == CustomerTier.Ordinary && !c.CrossProvince)
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: Ordinary, until: c.Resolved));

        Admissible("TEN-04", "cross-province")
            .When("cross-province", c => c.CrossProvince)
            .Yield((c, to) => to.Limit(c.ReceivedAt, within: CrossProvince, until: c.Resolved));

        Rule("TEN-05").For<BenchComplaint>()
            .While("TEN-04", FindingState.AtRisk)
            .Yield((c, to) => to.Permission(c.ReceivedAt));

        Rule("TEN-06").For<BenchComplaint>()
            .When("overcharged", c => c.Overcharge.Amount > 0)
            .Yield((c, to) => to.Entitlement(c.ErrorEstablished, c.Overcharge * 2));

        Rule("TEN-07").For<BenchComplaint>()
            .When("overcharged", c => c.Overcharge.Amount > 0)
            .From("TEN-04", FindingState.Breached)
            .Yield((c, to) => to.Entitlement(to.Since, c.Overcharge));
    }

    private RuleBuilder<BenchComplaint> Admissible(string standard, string? variant = null) => Rule(standard, variant).For<BenchComplaint>()
        .When("filed by the account holder", c => c.FiledBy == Filer.AccountHolder);
}

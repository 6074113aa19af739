using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Customers;
using Xunit;

namespace ServicePolicy.Tests.Complaints;

/// <summary>CMP-05 on the tier of the case's customer as it was at the taking (S10), where the host does not pass it: key is VIP 8 h, GoTone 24 h, ordinary 48 h.</summary>
public sealed class TierOfTheCustomerTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0), Known = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Duration Tick = Duration.Epsilon;

    private static readonly Complaint Asked = new() { Id = "1", ReceivedAt = Taken, FiledBy = Filer.AccountHolder, Ticket = "T", CustomerId = "C" };

    /// <summary>Of a state organ; joined and without a contract, so by approval alone.</summary>
    private static readonly Customer Organ = new() { Id = "C", KnownSince = Known, Zone = "Asia/Shanghai", StateOrgan = YesNo.Yes };

    public static TheoryData<string, Occurrence, Occurrence, Occurrence, Occurrence, double> Tiers => new()
    {
        { "approved at the taking", Taken, default, default, default, 8 },
        { "approved a tick later", Taken + Tick, default, default, default, 48 },
        { "withdrawn a tick after", Known, Taken + Tick, default, default, 8 },
        { "withdrawn at the taking", Known, Taken, default, default, 48 },
        { "GoTone since the taking", default, default, Taken, default, 24 },
        { "GoTone a tick later", default, default, Taken + Tick, default, 48 },
        { "GoTone, left at the taking", default, default, Known, Taken, 48 },
        { "GoTone, left a tick later", default, default, Known, Taken + Tick, 24 },
        { "a GoTone VIP is a VIP", Known, default, Known, default, 8 },
        { "neither", default, default, default, default, 48 },
    };

    [Theory]
    [MemberData(nameof(Tiers))]
    public void Evaluate_TierAsItWasAtTheTaking_HasItsLimit(string name, Occurrence approved, Occurrence withdrawn, Occurrence goTone, Occurrence left, double hours)
    {
        Customer customer = Organ with { Approved = approved, ApprovalWithdrawn = withdrawn, GoToneTaken = goTone, GoToneLeft = left };
        Instant due = Taken + Duration.FromHours(hours);

        Assert.True(At(Asked, customer, due).State == FindingState.AtRisk, name);
        Assert.True(At(Asked, customer, due + Tick).State == FindingState.Breached, name);
        Assert.Equal(due, At(Asked, customer, due).Margin!.Due);
    }

    [Fact]
    public void Evaluate_TierThatTheHostPasses_StandsAgainstTheCase() =>
        Assert.Equal(Taken + Duration.FromHours(48), At(Asked with { Tier = CustomerTier.Ordinary }, Organ with { Approved = Known }, Taken).Margin!.Due);

    /// <summary>Whether a state organ's or not: a VIP's limit is at risk from 6 h on, an ordinary customer's is not.</summary>
    [Fact]
    public void Evaluate_CustomerWhoMayBeKey_IsToldWhereBothAgree()
    {
        Customer customer = Organ with { StateOrgan = YesNo.Unknown, Approved = Known };

        Assert.Equal(FindingState.Pending, At(Asked, customer, Taken + Duration.FromHours(6) - Tick).State);
        Assert.Equal(["StateOrgan"], At(Asked, customer, Taken + Duration.FromHours(6)).MissingInputs);
        Assert.Equal(FindingState.Breached, At(Asked, customer, Taken + Duration.FromHours(48) + Tick).State);
    }

    /// <summary>What the host did not know at the taking does not say what the tier was.</summary>
    [Fact]
    public void Evaluate_CustomerKnownAfterTheTaking_LeavesTheTierUnknown() =>
        Assert.Equal(["Tier"], At(Asked, Organ with { KnownSince = Taken + Tick, Approved = Taken + Tick }, Taken + Duration.FromHours(7)).MissingInputs);

    [Fact]
    public void Evaluate_CustomerOfSomeoneElse_LeavesTheTierUnknown() =>
        Assert.Equal(["Tier"], At(Asked with { CustomerId = "D" }, Organ with { Approved = Known }, Taken + Duration.FromHours(7)).MissingInputs);

    /// <summary>CUS-01 by the host's figures: three months on the network instead of six, and so a VIP (CMP-05, 8 h).</summary>
    [Fact]
    public void Evaluate_OtherFiguresOfCustomers_TellTheTier()
    {
        PolicyCase spender = new(Asked, Spender(joined: Instant.FromUtc(2026, 8, 1, 0, 0)));

        Assert.Equal(Taken + Duration.FromHours(48), Due(Engine, spender));
        Assert.Equal(Taken + Duration.FromHours(8), Due(PolicyEngine.Create(ServiceStandards.Default with { Customers = new CustomerStandards { TenureMonths = 3 } }), spender));
    }

    [Fact]
    public void Evaluate_RulesWithoutFiguresOfCustomers_GoByThoseOfTheHandbook()
    {
        PolicyEngine alone = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { IncludeCatalogue = false, RuleSets = { standards => new ComplaintRules(standards.Complaints) } });

        Assert.Equal(Taken + Duration.FromHours(8), Due(alone, new PolicyCase(Asked, Spender(joined: Instant.FromUtc(2026, 5, 1, 0, 0)))));
        Assert.Equal(Taken + Duration.FromHours(48), Due(alone, new PolicyCase(Asked, Spender(joined: Instant.FromUtc(2026, 8, 1, 0, 0)))));
    }

    /// <summary>In good credit, under contract and first by spending since joining.</summary>
    private static IFact[] Spender(Instant joined) =>
    [
        new Customer { Id = "C", KnownSince = Known, Zone = "Asia/Shanghai", StateOrgan = YesNo.No, Joined = joined, ContractSigned = joined },
        new CreditRecord { Id = "CR", CustomerId = "C", From = Known, Good = YesNo.Yes },
        new SpendingRank { Id = "S", CustomerId = "C", RankedAt = Known, Until = Instant.FromUtc(2027, 1, 1, 0, 0), Rank = 1, ContractedCustomers = 10 },
    ];

    private static Instant? Due(PolicyEngine engine, PolicyCase @case) =>
        Assert.Single(engine.Evaluate(@case, Taken).Findings, finding => finding.Standard.Id == "CMP-05").Margin.Due;

    private static Finding At(Complaint complaint, Customer customer, Instant at) =>
        Assert.Single(Engine.Evaluate(new PolicyCase(complaint, [customer]), at).Findings, finding => finding.Standard.Id == "CMP-05");
}

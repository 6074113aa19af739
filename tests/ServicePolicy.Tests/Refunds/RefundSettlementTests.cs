using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using Xunit;

namespace ServicePolicy.Tests.Refunds;

/// <summary>S13: what is impossible on a charge, and that nothing is owed before there is a charge.</summary>
public sealed class RefundSettlementTests
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly DisputedCharge Charge = new() { Id = "CH-1", ChargedAt = Received, Overcharge = Money.Cny(30) };

    [Fact]
    public void Evaluate_PaymentInAnotherCurrencyWithoutAClaim_IsImpossible()
    {
        PolicyCase @case = new(Charge, new RefundPayment { Id = "P-1", ChargeId = "CH-1", PaidAt = Received, Amount = new Money(5, Currency.Usd) });

        FactProblem problem = Assert.Single(Assert.Throws<InvalidFactException>(() => Engine.Evaluate(@case, Received)).Problems);

        Assert.Equal(new FactKey("DisputedCharge", "CH-1"), problem.Fact);
        Assert.Equal("currency", problem.Property);
    }

    [Theory]
    [InlineData(-1, 8)]
    [InlineData(20, 20)]
    public void Evaluate_UndeterminedResponsibility_IsOwedFromTheBreachButNotBeforeTheCharge(int chargedAfter, int owedAfter)
    {
        Complaint complaint = new() { Id = "CP-1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T" };
        DisputedCharge charge = Charge with { ComplaintId = "CP-1", ChargedAt = Received + Duration.FromHours(chargedAfter) };

        PolicyDecision decision = Engine.Evaluate(new PolicyCase(complaint, charge), Received + Duration.FromHours(30));

        Finding owed = Assert.Single(decision.Findings, finding => finding.State == FindingState.Owed);
        Assert.Equal("RFD-02", owed.Standard.Id);
        Assert.Equal(Received + Duration.FromHours(owedAfter) + (owedAfter == 8 ? Duration.Epsilon : Duration.Zero), owed.Holds.Start);
    }
}

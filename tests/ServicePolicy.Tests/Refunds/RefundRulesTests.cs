using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Refunds;

public sealed class RefundRulesTests
{
    private static readonly Complaint Vip = Example.Complaint;
    private static readonly DisputedCharge Charge = Example.Charge;
    private static readonly DisputedCharge Error = Charge with { ComplaintId = null, ChargingErrorEstablished = T(1) };
    private static readonly DisputedCharge Company = Charge with { ComplaintId = null, ResponsibilityEstablished = T(5), Responsible = ResponsibleParty.Company };

    private static readonly Dictionary<string, GoldenCase> Cases = ((GoldenCase[])
    [
        new("RFD-01: nothing while no error is established", [Charge], T(100), []),
        new("RFD-01: nothing one tick before the error is established", [Error], T(1, -1), []),
        new("RFD-01: double from then on", [Error], T(1), ["RFD-01 Owed 20 [1h, ∞)"]),
        new("RFD-01: double with the information fees", [Error with { InformationFees = Money.Cny(2.5m) }], T(1), ["RFD-01 Owed 25 [1h, ∞)"]),
        new("RFD-01: twice nothing is nothing owed", [Error with { Overcharge = Money.Cny(0) }], T(1), ["RFD-01 Paid 0 [1h, ∞)"]),
        new("RFD-01: twice half a fen is owed", [Error with { Overcharge = Money.Cny(0.005m) }], T(1), ["RFD-01 Owed 0.01 [1h, ∞)"]),
        new("RFD-01: indeterminate when established at an unknown time", [Error with { ChargingErrorEstablished = Occurrence.AtUnknownTime }], T(0), ["RFD-01 Indeterminate for want of ChargingErrorEstablished [0h, ∞)"]),
        new("RFD-01: indeterminate when nobody knows whether", [Error with { ChargingErrorEstablished = Occurrence.UnknownWhether }], T(0), ["RFD-01 Indeterminate for want of ChargingErrorEstablished [0h, ∞)"]),
        new("RFD-01: owed whole one tick before a payment", [Error, Paid("P1", 2, 5)], T(2, -1), ["RFD-01 Owed 20 [1h, 2h)"]),
        new("RFD-01: owed less what was paid", [Error, Paid("P1", 2, 5)], T(2), ["RFD-01 Owed 15 [2h, ∞)"]),
        new("RFD-01: owed one fen", [Error, Paid("P1", 2, 19.99m)], T(2), ["RFD-01 Owed 0.01 [2h, ∞)"]),
        new("RFD-01: paid in full", [Error, Paid("P1", 2, 20)], T(2), ["RFD-01 Paid 20 [2h, ∞)"]),
        new("RFD-01: paid in parts", [Error, Paid("P1", 2, 15), Paid("P2", 3, 5)], T(3), ["RFD-01 Paid 20 [3h, ∞)"]),
        new("RFD-01: never less than nothing is owed", [Error, Paid("P1", 2, 50)], T(2), ["RFD-01 Paid 20 [2h, ∞)"]),
        new("RFD-01: paid before it was owed", [Error, Paid("P1", 0, 20)], T(1), ["RFD-01 Paid 20 [1h, ∞)"]),
        new("RFD-01: not paid by what was paid on another charge", [Error, Paid("P1", 2, 20, "D2")], T(2), ["RFD-01 Owed 20 [1h, ∞)"]),
        new("RFD-01: paid one tick before the payment is returned", [Error, Paid("P1", 2, 20) with { Returned = T(3) }], T(3, -1), ["RFD-01 Paid 20 [2h, 3h)"]),
        new("RFD-01: owed again from its return on", [Error, Paid("P1", 2, 20) with { Returned = T(3) }], T(3), ["RFD-01 Owed 20 [3h, ∞)"]),

        new("RFD-02: nothing while the complaint's limit is not breached", [Vip, Charge], T(8), []),
        new("RFD-02: owed from the breach", [Vip, Charge], T(8, 1), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: owed with the charge as the root of the case", [Charge, Vip], T(8, 1), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: resolved in time means none", [Vip with { Resolved = T(8) }, Charge], T(100), []),
        new("RFD-02: owed when resolved one tick late", [Vip with { Resolved = T(8, 1) }, Charge], T(8, 1), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: still owed after a late resolution", [Vip with { Resolved = T(20) }, Charge], T(100), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: none when responsibility was established at due", [Vip, Charge with { ResponsibilityEstablished = T(8), Responsible = ResponsibleParty.Customer }], T(100), []),
        new("RFD-02: owed when responsibility was established one tick late", [Vip, Charge with { ResponsibilityEstablished = T(8, 1), Responsible = ResponsibleParty.Customer }], T(100), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: indeterminate when nobody knows whether responsibility was established", [Vip, Charge with { ResponsibilityEstablished = Occurrence.UnknownWhether }], T(8, 1), ["RFD-02 Indeterminate for want of ResponsibilityEstablished [8h+1, ∞)"]),
        new("RFD-02: nothing before the breach even so", [Vip, Charge with { ResponsibilityEstablished = Occurrence.UnknownWhether }], T(8), []),
        new("RFD-02: indeterminate where the breach is, inputs and all", [Vip with { Tier = CustomerTier.Unknown }, Charge], T(8, 1), ["RFD-02 Indeterminate for want of Tier [8h+1, 48h+1)"]),
        new("RFD-02: indeterminate for want of both clauses' inputs", [Vip with { FiledBy = Filer.Unknown }, Charge with { ResponsibilityEstablished = Occurrence.AtUnknownTime, Responsible = ResponsibleParty.Customer }], T(8, 1), ["RFD-02 Indeterminate for want of FiledBy, ResponsibilityEstablished [8h+1, ∞)"]),
        new("RFD-02: none on an inadmissible complaint", [Vip with { FiledBy = Filer.SomeoneElse }, Charge], T(100), []),
        new("RFD-02: none without the complaint", [Charge], T(100), []),
        new("RFD-02: none on another's complaint", [Vip, Charge with { ComplaintId = "C2" }], T(100), []),
        new("RFD-02: nothing at the limit of the tier where the longer one counts", [Vip with { Scope = ComplaintScope.Interconnection }, Charge], T(32), []) { Extended = true },
        new("RFD-02: owed from the breach of the longer limit", [Vip with { Scope = ComplaintScope.Interconnection }, Charge], T(32, 1), ["RFD-02 Owed 10 [32h+1, ∞)"]) { Extended = true },

        new("RFD-03: nothing one tick before responsibility is established", [Company], T(5, -1), []),
        new("RFD-03: owed from then on when it is the company's", [Company], T(5), ["RFD-03 Owed 10 [5h, ∞)"]),
        new("RFD-03: nothing when it is the customer's", [Company with { Responsible = ResponsibleParty.Customer }], T(100), []),
        new("RFD-03: nothing when it is someone else's", [Company with { Responsible = ResponsibleParty.ThirdParty }], T(100), []),
        new("RFD-03: nothing while it is not established", [Company with { ResponsibilityEstablished = Occurrence.NotHappened }], T(100), []),
        new("RFD-03: indeterminate when nobody knows whose it is", [Company with { Responsible = ResponsibleParty.Unknown }], T(5), ["RFD-03 Indeterminate for want of Responsible [5h, ∞)"]),
        new("RFD-03: indeterminate when established at an unknown time", [Company with { ResponsibilityEstablished = Occurrence.AtUnknownTime }], T(0), ["RFD-03 Indeterminate for want of ResponsibilityEstablished [0h, ∞)"]),
        new("RFD-03: indeterminate when nobody knows whether", [Company with { ResponsibilityEstablished = Occurrence.UnknownWhether }], T(0), ["RFD-03 Indeterminate for want of ResponsibilityEstablished [0h, ∞)"]),

        new("RFD-01: the largest claim stands", [Company with { ChargingErrorEstablished = T(3) }], T(9), ["RFD-01 Owed 20 [3h, ∞)"]),
        new("RFD-03: a smaller claim is superseded by the largest", [Company with { ChargingErrorEstablished = T(3) }], T(9), ["RFD-03 Superseded 10 by RFD-01 [5h, ∞)"]),
        new("RFD-03: owed until a larger claim", [Company with { ChargingErrorEstablished = T(6) }], T(6, -1), ["RFD-03 Owed 10 [5h, 6h)"]),
        new("RFD-03: superseded from a larger claim on", [Company with { ChargingErrorEstablished = T(6) }], T(6), ["RFD-03 Superseded 10 by RFD-01 [6h, ∞)"]),
        new("RFD-03: of two equal claims the first by Id stands", [Vip, Charge with { ResponsibilityEstablished = T(20), Responsible = ResponsibleParty.Company }], T(20), ["RFD-03 Superseded 10 by RFD-02 [20h, ∞)"]),
        new("RFD-02: establishing responsibility later never erases it", [Vip, Charge with { ResponsibilityEstablished = T(20), Responsible = ResponsibleParty.Company }], T(20), ["RFD-02 Owed 10 [8h+1, ∞)"]),
        new("RFD-02: superseded by a charging error", [Vip, Charge with { ChargingErrorEstablished = T(9) }], T(9), ["RFD-02 Superseded 10 by RFD-01 [9h, ∞)"]),
        new("RFD-01: what was paid on a smaller claim is not paid twice", [Company with { ChargingErrorEstablished = T(7) }, Paid("P1", 6, 10)], T(7), ["RFD-01 Owed 10 [7h, ∞)"]),
        new("RFD-03: paid until a larger claim", [Company with { ChargingErrorEstablished = T(7) }, Paid("P1", 6, 10)], T(7, -1), ["RFD-03 Paid 10 [6h, 7h)"]),
        new("RFD-11: too much when it was paid one tick before more is owed", [Company with { ChargingErrorEstablished = T(7) }, Paid("P1", 6, 30)], T(7, -1), ["RFD-11 Violation 20 [6h, ∞)"]),
        new("RFD-11: and as much when more comes to be owed", [Company with { ChargingErrorEstablished = T(7) }, Paid("P1", 6, 30)], T(7), ["RFD-11 Violation 20 [6h, ∞)"]),
        new("RFD-11: less when it is paid when more is owed", [Company with { ChargingErrorEstablished = T(7) }, Paid("P1", 7, 30)], T(7), ["RFD-11 Violation 10 [7h, ∞)"]),
    ]).ToDictionary(golden => golden.Description);

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Evaluate_GoldenCase_SaysWhatTheClauseSays(string description) => Assert.Equal(Cases[description].Expected, Cases[description].Said());

    [Fact]
    public void Evaluate_OtherFactors_MultiplyTheSum()
    {
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default with
        {
            Refunds = new RefundStandards { ChargingError = 1, CompanyResponsible = 1.5m },
        });

        Assert.Equal(
            ["RFD-01 Superseded 10 by RFD-03 [5h, ∞)", "RFD-03 Owed 15 [5h, ∞)"],
            engine.Evaluate(Company with { ChargingErrorEstablished = T(1) }, T(5)).Findings.Select(Text));
    }

    [Fact]
    public void Evaluate_PaymentInAnotherCurrency_IsImpossible()
    {
        RefundPayment payment = Paid("P1", 2, 5) with { Amount = new Money(5, Currency.Usd) };

        InvalidFactException exception = Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(new PolicyCase(Error, payment), T(3)));
        Assert.Equal(new FactKey("DisputedCharge", "D1"), Assert.Single(exception.Problems).Fact);
    }

    [Fact]
    public void Check_ImpossibleCharge_NamesEveryProblem()
    {
        DisputedCharge impossible = Charge with
        {
            Overcharge = Money.Cny(-1),
            InformationFees = new Money(1, Currency.Usd),
            ChargingErrorEstablished = T(-1),
            ResponsibilityEstablished = T(0, -1),
        };

        string[] expected = ["overcharge", "informationFees", "chargingErrorEstablished", "responsibilityEstablished"];
        Assert.Equal(expected, Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(impossible, T(0))).Problems.Select(problem => problem.Property));
    }

    [Fact]
    public void Check_NegativeInformationFees_AreNamed() => Assert.Equal(
        ["informationFees"],
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Charge with { InformationFees = Money.Cny(-1) }, T(0))).Problems.Select(problem => problem.Property));

    [Fact]
    public void Check_ImpossiblePayment_NamesEveryProblem()
    {
        InvalidFactException exception = Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Paid("P1", 1, 1) with { Amount = new Money(-1, default) }, T(0)));

        Assert.All(exception.Problems, problem => Assert.Equal("RefundPayment P1, amount", $"{problem.Fact}, {problem.Property}"));
        Assert.Equal(2, exception.Problems.Count);
    }

    private static RefundPayment Paid(string id, int hours, decimal amount, string charge = "D1") =>
        new() { Id = id, ChargeId = charge, PaidAt = T(hours), Amount = Money.Cny(amount), Channel = RefundChannel.BillingSystem };
}

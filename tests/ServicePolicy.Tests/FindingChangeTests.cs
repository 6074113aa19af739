using ServicePolicy.Refunds;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests;

public sealed class FindingChangeTests
{
    [Fact]
    public void Between_SameFindingsAtAnotherInstant_IsNothing() =>
        Assert.Empty(FindingChange.Between(Probe.Engine.Evaluate(Example.Complaint, T(1)), Probe.Engine.Evaluate(Example.Complaint, T(5))));

    [Fact]
    public void Between_AnotherState_IsAReplacement()
    {
        FindingChange change = Assert.Single(FindingChange.Between(Probe.Engine.Evaluate(Example.Complaint, T(8)), Probe.Engine.Evaluate(Example.Complaint, T(8, 1))));

        Assert.Equal("CMP-05 AtRisk [6h, 8h+1)", Text(change.Before!.Value));
        Assert.Equal("CMP-05 Breached [8h+1, ∞)", Text(change.After!.Value));
    }

    [Fact]
    public void Between_BeforeAndAfterTheComplaint_IsABeginning()
    {
        IReadOnlyList<FindingChange> changes = FindingChange.Between(Probe.Engine.Evaluate(Example.Complaint, T(0, -1)), Probe.Engine.Evaluate(Example.Complaint, T(0)));

        Assert.Equal(["CMP-01", "CMP-04", "CMP-05"], changes.Select(change => change.After!.Value.Standard.Id).Order());
        Assert.All(changes, change => Assert.Null(change.Before));
    }

    [Fact]
    public void Between_TheOtherWayRound_IsAnEnd() => Assert.All(
        FindingChange.Between(Probe.Engine.Evaluate(Example.Complaint, T(0)), Probe.Engine.Evaluate(Example.Complaint, T(0, -1))),
        change => Assert.True(change is { Before: not null, After: null }));

    /// <summary>Two decisions need not be of the same facts: what would have been, had it been resolved.</summary>
    [Fact]
    public void Between_FactsThatDiffer_TellsWhatTheDifferenceMakes()
    {
        PolicyDecision asItIs = Probe.Engine.Evaluate(new PolicyCase(Example.Complaint, Example.Charge), T(9));
        PolicyDecision hadItBeen = Probe.Engine.Evaluate(new PolicyCase(Example.Complaint with { Resolved = T(7) }, Example.Charge), T(9));

        Assert.Equal(
            ["CMP-05 Breached [8h+1, ∞) -> CMP-05 Met [7h, ∞)", "RFD-02 Owed 10 [8h+1, ∞) -> "],
            FindingChange.Between(asItIs, hadItBeen).Select(Text).Order());
    }

    [Fact]
    public void Between_AmountPaid_IsAReplacement()
    {
        RefundPayment payment = new() { Id = "P", ChargeId = Example.Charge.Id, PaidAt = T(10), Amount = Money.Cny(4) };
        PolicyCase @case = new(Example.Complaint, Example.Charge, payment);

        Assert.Equal(
            ["RFD-02 Owed 10 [8h+1, 10h) -> RFD-02 Owed 6 [10h, ∞)"],
            FindingChange.Between(Probe.Engine.Evaluate(@case, T(9)), Probe.Engine.Evaluate(@case, T(11))).Where(change => change.Before is not null).Select(Text));
    }

    private static string Text(FindingChange change) => $"{Text(change.Before)} -> {Text(change.After)}";

    private static string Text(Finding? finding) => finding is { } there ? GoldenCase.Text(there) : string.Empty;
}

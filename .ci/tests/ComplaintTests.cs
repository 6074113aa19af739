using NodaTime;
using ServicePolicy;
using ServicePolicy.Complaints;
using ServicePolicy.Testing;
using Xunit;

public sealed class ComplaintTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    private static readonly Complaint Complaint = new()
    {
        Id = "CP-1017",
        Tier = CustomerTier.Vip,
        ReceivedAt = Instant.FromUtc(2026, 11, 20, 1, 0),
        FiledBy = Filer.AccountHolder,
        Ticket = "T-88231",
    };

    [Fact]
    public void Evaluate_ReadmeComplaint_IsAtRisk() => PolicyAssert.Outcome(PolicyOutcome.AtRisk, Engine.Evaluate(Complaint, Instant.FromUtc(2026, 11, 20, 8, 0)));

    [Fact]
    public void Timeline_ReadmeComplaint_IsBreachedATickAfterEightHours() => PolicyAssert.Timeline(
        """
        2026-11-20T01:00:00Z to 2026-11-20T07:00:00Z: CMP-05 pending of CP-1017
        2026-11-20T07:00:00Z to 2026-11-20T09:00:00.000000001Z: CMP-05 atRisk of CP-1017
        2026-11-20T09:00:00.000000001Z to ever: CMP-05 breached of CP-1017
        """,
        Engine.Timeline(new PolicyCase(Complaint), new Interval(Complaint.ReceivedAt, Complaint.ReceivedAt + Duration.FromDays(30))),
        "CMP-05");

    [Fact]
    public void Rules_OfComplaints_KeepTheLaws() => PolicyLaws.Verify(Engine, FactDomain.Library, new LawSettings { Only = "CMP-04", Cases = 40 });
}

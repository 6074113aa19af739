using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Testing.Tests;

public sealed class PolicyAssertTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private static readonly Instant Taken = Instant.FromUtc(2026, 11, 20, 1, 0);
    private static readonly Complaint Complaint = new() { Id = "CP-1", Tier = CustomerTier.Vip, ReceivedAt = Taken, FiledBy = Filer.AccountHolder, Ticket = "T-1" };

    private static PolicyDecision AtRisk => Engine.Evaluate(Complaint, Taken + Duration.FromHours(7));

    [Fact]
    public void Outcome_Another_SaysBothAndAllThatHolds() => Fails(
        """
        The outcome as of 2026-11-20T08:00:00Z is not as expected.
          - Breached
          + AtRisk
        It was decided:
        """,
        () => PolicyAssert.Outcome(PolicyOutcome.Breached, AtRisk),
        "    2026-11-20T07:00:00Z to 2026-11-20T09:00:00.000000001Z: CMP-05 atRisk of CP-1\n",
        "Next change: 2026-11-20T09:00:00.000000001Z");

    [Fact]
    public void NextChange_ATickEarly_SaysBoth() => Fails(
        """
        The next change as of 2026-11-20T08:00:00Z is not as expected.
          - 2026-11-20T09:00:00Z
          + 2026-11-20T09:00:00.000000001Z
        """,
        () => PolicyAssert.NextChange(NextChange.At(Taken + Duration.FromHours(8)), AtRisk));

    [Fact]
    public void Says_Another_ShowsTheDifference() => Fails(
        """
        CMP-05 says otherwise as of 2026-11-20T08:00:00Z (- expected, + came):
          - CMP-05 breached of CP-1
          + CMP-05 atRisk of CP-1
        """,
        () => PolicyAssert.Says(AtRisk, "CMP-05", "CMP-05 breached of CP-1"));

    [Fact]
    public void Says_WhatIsMissing_NamesIt() =>
        PolicyAssert.Says(Engine.Evaluate(Complaint with { Tier = CustomerTier.Unknown }, Taken + Duration.FromHours(9)), "CMP-05", "CMP-05 indeterminate for want of Tier of CP-1");

    [Fact]
    public void Says_NothingExpectedAndSomethingCame_Fails() => Fails(
        """
        CMP-05 says otherwise as of 2026-11-20T08:00:00Z (- expected, + came):
          + CMP-05 atRisk of CP-1
        """,
        () => PolicyAssert.Says(AtRisk, "CMP-05"));

    [Fact]
    public void Timeline_OneLineAmiss_ShowsItBetweenThoseThatAgree()
    {
        PolicyTimeline timeline = Engine.Timeline(new PolicyCase(Complaint), new Interval(Taken, Taken + Duration.FromDays(3)));
        PolicyAssert.Timeline(Expected("07:00:00"), timeline, "CMP-05");
        Fails(
            """
            The timeline of CMP-05 is not as expected (- expected, + came):
              - 2026-11-20T01:00:00Z to 2026-11-20T06:00:00Z: CMP-05 pending of CP-1
              - 2026-11-20T06:00:00Z to 2026-11-20T09:00:00.000000001Z: CMP-05 atRisk of CP-1
              + 2026-11-20T01:00:00Z to 2026-11-20T07:00:00Z: CMP-05 pending of CP-1
              + 2026-11-20T07:00:00Z to 2026-11-20T09:00:00.000000001Z: CMP-05 atRisk of CP-1
                2026-11-20T09:00:00.000000001Z to ever: CMP-05 breached of CP-1
            """,
            () => PolicyAssert.Timeline(Expected("06:00:00"), timeline, "CMP-05"));

        static string Expected(string warned) =>
            $"""
            2026-11-20T01:00:00Z to 2026-11-20T{warned}Z: CMP-05 pending of CP-1
            2026-11-20T{warned}Z to 2026-11-20T09:00:00.000000001Z: CMP-05 atRisk of CP-1
            2026-11-20T09:00:00.000000001Z to ever: CMP-05 breached of CP-1
            """;
    }

    [Fact]
    public void Same_OtherInstantAndSameFindings_Holds()
    {
        PolicyAssert.Same(AtRisk, Engine.Evaluate(Complaint, Taken + Duration.FromHours(8)));
        Fails(
            "The decision as of 2026-11-20T09:00:00.000000001Z differs from the one expected (- expected, + came):",
            () => PolicyAssert.Same(AtRisk, Engine.Evaluate(Complaint, Taken + Duration.FromHours(8) + Duration.Epsilon)),
            "  - CMP-05 atRisk of CP-1\n",
            "  + CMP-05 breached of CP-1\n");
    }

    [Fact]
    public void Request_Refused_SaysTheAnswerAndWhy()
    {
        PasswordCandidate candidate = new() { Id = "P", AccountId = "A", ProposedAt = Taken, Password = new Secret("short1"), Reuse = PasswordReuse.None };
        RequestDecision denied = Engine.EvaluateRequest(new PolicyCase(candidate, new AccountHolder { Id = "H", AccountId = "A", KnownSince = Taken, Login = "zjyd01", Names = ["Li Wei"], Birthday = new LocalDate(1990, 5, 2) }), Taken);
        PolicyAssert.Request(RequestOutcome.Denied, denied);
        Fails(
            """
            The request as of 2026-11-20T01:00:00Z is answered otherwise.
              - Allowed
              + Denied
            """,
            () => PolicyAssert.Request(RequestOutcome.Allowed, denied),
            "CRD-01 prohibition tooShort of P");
        Assert.Throws<ArgumentException>(() => PolicyAssert.Request(RequestOutcome.Deferred, denied));
    }

    private static void Fails(string beginning, Action assertion, params string[] parts)
    {
        string message = Assert.Throws<PolicyAssertionException>(assertion).Message;
        Assert.StartsWith(beginning, message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}

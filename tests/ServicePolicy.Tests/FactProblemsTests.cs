using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using Xunit;

namespace ServicePolicy.Tests;

/// <summary>Problems name properties as JSON does, tell instants to the nanosecond, and stay short whatever the Id.</summary>
public sealed class FactProblemsTests
{
    private static readonly Instant At = Arbitraries.Origin;

    [Fact]
    public void NotBefore_ATickTooEarly_TellsBothInstantsAndNames()
    {
        FactProblem problem = Only(new Complaint { Id = "1", ReceivedAt = At, Resolved = At - Duration.Epsilon });

        Assert.Equal(
            ("resolved", "'2026-11-20T00:59:59.999999999Z' is before receivedAt '2026-11-20T01:00:00Z'. Give the instants in the order in which they happened."),
            (problem.Property, problem.Message));
    }

    [Fact]
    public void NotNegative_AnyThreadCulture_IsSaidTheSame()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("'1.5' has no currency. Give its ISO 4217 code.", Only(new RefundPayment { Id = "1", ChargeId = "2", PaidAt = At, Amount = new Money(1.5m, default) }).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CheckFact_HugeId_IsAProblemThatIsShort()
    {
        FactProblem problem = Only(new Complaint { Id = new string('x', 10_000_000), ReceivedAt = At });

        Assert.Equal(("id", "it has 10000000 characters. Give an Id of at most 1000."), (problem.Property, problem.Message));
        Assert.InRange(problem.ToString().Length, 1, 200);
        Assert.Empty(Problems(new Complaint { Id = new string('x', 1000), ReceivedAt = At }));
    }

    private static FactProblem Only(IFact fact) => Assert.Single(Problems(fact));

    private static IReadOnlyList<FactProblem> Problems(IFact fact)
    {
        try
        {
            Probe.Engine.Evaluate(fact, At);
            return [];
        }
        catch (InvalidFactException impossible)
        {
            return impossible.Problems;
        }
    }
}

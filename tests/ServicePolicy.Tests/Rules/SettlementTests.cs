using NodaTime;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Rules;

/// <summary>S13: of the claims on one charge the largest stands as long as it holds, of whichever clause, and no longer.</summary>
public sealed class SettlementTests
{
    [Fact]
    public void Settle_TwoEqualClaimsOfOneClause_StandsAsLongAsEither() => Assert.Equal(
        ["T-01 Owed 10 [1h, 8h)"],
        TestRules.Said(Engine(("T-01", 1, 5, 10), ("T-01", 3, 8, 10)), "T-01", new Item()));

    [Fact]
    public void Settle_SmallerClaimThatEndsUnderALarger_IsSupersededUntilItsEndAndAtNoOtherTime()
    {
        PolicyEngine engine = Engine(("T-01", 1, 5, 10), ("T-02", 3, 8, 20));

        Assert.Equal(["T-01 Owed 10 [1h, 3h)", "T-01 Superseded 10 by T-02 [3h, 5h)"], TestRules.Said(engine, "T-01", new Item()));
        Assert.Equal(["T-02 Owed 20 [3h, 8h)"], TestRules.Said(engine, "T-02", new Item()));
    }

    private static PolicyEngine Engine(params (string Standard, int From, int Until, int Amount)[] claims) => TestRules.Engine(
        rules =>
        {
            foreach ((string standard, int from, int until, int amount) in claims)
            {
                rules.Rule(standard, $"from {from}").For<Item>().Yield((_, to) => to.Entitlement(new Interval(T(from), T(until)), Money.Cny(amount)));
            }

            rules.Settle("T-01", "T-02");
        },
        "T-01",
        "T-02");
}

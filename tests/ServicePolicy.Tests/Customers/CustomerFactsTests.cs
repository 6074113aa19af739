using NodaTime;
using ServicePolicy.Customers;
using Xunit;

namespace ServicePolicy.Tests.Customers;

public sealed class CustomerFactsTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 4, 1, 0, 0);
    private static readonly Customer Customer = new() { Id = "C-1", KnownSince = At, Zone = "Asia/Shanghai" };
    private static readonly SpendingRank Rank = new() { Id = "R-1", CustomerId = "C-1", RankedAt = At, Until = At + Duration.Epsilon };
    private static readonly TierCheck Tier = new() { Id = "T-1", CountedAt = At };

    public static TheoryData<IFact, string> Impossible => new()
    {
        { Customer with { Zone = "China" }, "zone: 'China' is no time zone." },
        { Customer with { ContractSigned = At, ContractEnded = At - Duration.Epsilon }, "contractEnded: " },
        { Customer with { Approved = At, ApprovalWithdrawn = At - Duration.Epsilon }, "approvalWithdrawn: " },
        { Customer with { GoToneTaken = At, GoToneLeft = At - Duration.Epsilon }, "goToneLeft: " },
        { new GroupCustomer { Id = "G-1", KnownSince = At, Members = -1 }, "members: '-1' is negative." },
        { Rank with { Until = At }, "until: " },
        { Rank with { Rank = 0 }, "rank: '0' is no rank." },
        { Rank with { Rank = 41, ContractedCustomers = 40 }, "rank: '41' is more than there are contracted customers, '40'." },
        { new CreditRecord { Id = "CR-1", CustomerId = "C-1", From = At, Limit = Money.Cny(-1) }, "limit: " },
        { Tier with { KeyCustomers = 11, ContractedCustomers = 10 }, "keyCustomers: '11' is more than there are contracted customers, '10'." },
        { Tier with { ProfitShare = 1.5m }, "profitShare: '1.5' is no share." },
        { new CreditSuspension { Id = "S-1", AskedAt = At, Owed = Money.Cny(-1) }, "owed: " },
        { new CreditSuspension { Id = "S-1", AskedAt = At, Owed = Money.Cny(1), Suspended = At - Duration.Epsilon }, "suspended: " },
        { new PriorityVisitor { Id = "P-1", CameAt = At, Served = At - Duration.Epsilon }, "served: " },
        { new FieldVisit { Id = "F-1", BeganAt = At, Knocks = -1 }, "knocks: " },
        { new FieldVisit { Id = "F-1", BeganAt = At, Distance = -0.1m }, "distance: '-0.1' is negative." },
        { new KeyVisitor { Id = "K-1", CameAt = At, PromisedFor = At - Duration.Epsilon }, "promisedFor: " },
        { new CareEvent { Id = "E-1", ArrangedAt = At, TookPlace = At - Duration.Epsilon }, "tookPlace: " },
        { new CustomerProblem { Id = "P-1", FoundAt = At, PassedUp = At - Duration.Epsilon }, "passedUp: " },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Check_WhatCannotBe_IsNamed(IFact fact, string problem) => Assert.StartsWith($"{FactKey.Of(fact)}, {problem}", Assert.Single(Problems.Of(fact)));

    [Fact]
    public void Check_EdgesOfWhatCanBe_AreFine() => Assert.All<IFact>(
        [
            Customer with { ContractSigned = At, ContractEnded = At, Approved = Occurrence.UnknownWhether, ApprovalWithdrawn = At },
            Rank with { Rank = 40, ContractedCustomers = 40 },
            Tier with { KeyCustomers = 10, ContractedCustomers = 10, ProfitShare = 1 },
            new CareEvent { Id = "E-1", ArrangedAt = At, TookPlace = Occurrence.UnknownWhether },
            new FieldVisit { Id = "F-1", BeganAt = At, Agreed = At - Duration.FromDays(3) },
        ],
        fact => Assert.Empty(Problems.Of(fact)));
}

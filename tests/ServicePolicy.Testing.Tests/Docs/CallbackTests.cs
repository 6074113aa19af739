using System.Text.Json.Serialization;
using NodaTime;
using ServicePolicy.Gates;
using ServicePolicy.Serialization;
using ServicePolicy.Testing.Gates;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Testing.Tests.Docs;

public sealed class CallbackTests
{
    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { RuleSets = { figures => new CallbackRules(figures.Complaints.Vip) } });
    private static readonly Callback Call = new() { Id = "CB-1", PromisedAt = Instant.FromUtc(2026, 11, 20, 1, 0), AgreedByPhone = YesNo.Yes };

    public static TheoryData<string> Fixtures => [.. PolicyFixtures.Files("fixtures")];

    [Fact]
    public void Call_NeverMade_IsBreachedATickAfterEightHours() => PolicyAssert.Timeline(
        """
        2026-11-20T01:00:00Z to 2026-11-20T07:00:00Z: ACME-01 pending of CB-1
        2026-11-20T07:00:00Z to 2026-11-20T09:00:00.000000001Z: ACME-01 atRisk of CB-1
        2026-11-20T09:00:00.000000001Z to ever: ACME-01 breached of CB-1
        """,
        Engine.Timeline(new PolicyCase(Call), new Interval(Call.PromisedAt, Call.PromisedAt + Duration.FromDays(30))),
        "ACME-01");

    [Fact]
    public void Rules_OfOurOwn_KeepTheLaws() =>
        PolicyLaws.Verify(Engine, FactDomain.Library.With<Callback>().With<CallAttempt>().With<CallMonth>(), new LawSettings { Only = "ACME", Cases = 300 }
            .Excuse(Law.OverCautious, "ACME-08", "A breach that nobody can tell may have begun in the month as well as before it."));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixture_OfOurOwn_IsAsExpected(string file) => PolicyFixtures.Verify(file, Engine, FactTypes.Default.With(CallbackJson.Default.Callback));

    [Fact]
    public Task Store_OfOurOwn_KeepsTheContract() => GateStoreContract.VerifyAsync(() => new(new InMemoryGateStore()), TestContext.Current.CancellationToken);
}

[JsonSerializable(typeof(Callback))]
internal sealed partial class CallbackJson : JsonSerializerContext;

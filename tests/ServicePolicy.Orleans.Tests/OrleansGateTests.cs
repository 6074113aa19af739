using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.TestingHost;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using ServicePolicy.Orleans.Gates;
using ServicePolicy.Testing.Gates;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Orleans.Tests;

[Collection<Cluster>]
public sealed class OrleansGateTests(Cluster cluster)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly GateBudget Budget = new(2, Duration.FromMinutes(1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IGate Gate => cluster.Client.GetRequiredService<IGate>();

    public static TheoryData<string> Checks => [.. GateContract.Checks.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Gate_Contract_Holds(string check) => await GateContract.Checks.Single(one => one.Name == check).RunAsync(Gate, Cancel);

    /// <summary>What grains have settled the store has.</summary>
    [Fact]
    public async Task Gate_Reset_IsStored()
    {
        GateKey key = new("cap", "customer", new Interval(Now, Now + Duration.FromDays(30)));
        await Gate.ConfirmAsync(await Gate.ReserveAsync(key, Budget, Now, Cancel), Now, Cancel);
        await Gate.ResetAsync(key, Budget, Now, Cancel);

        Assert.Equal(GateState.Empty with { LastNumber = 1 }, (await cluster.Gates.ReadAsync(key, Cancel)).State);
    }

    /// <summary>20 wrong passwords at once on each account: five are verified, all accounts are locked, and the store has it.</summary>
    [Fact]
    public async Task SignIn_TwentyWrongAtOnceOnEachAccount_VerifiesFiveAndLocks()
    {
        SignInGate signIn = new(Gate, new CredentialStandards());
        int[] verified = new int[50];
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => signIn.TryAsync($"A{i % 50}", new Secret("wrong"), Wrong, Now, Cancel).AsTask()));

        Assert.All(verified, count => Assert.Equal(5, count));
        for (int i = 0; i < 50; i++)
        {
            Assert.True(await signIn.IsLockedAsync($"A{i}", Now, Cancel));
            Assert.Equal(new GateEntry(10, GateState.Empty with { Spent = 5, LastNumber = 5 }), await cluster.Gates.ReadAsync(new GateKey("sign-in", $"A{i}"), Cancel));
        }

        async ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref verified[int.Parse(login[1..], System.Globalization.CultureInfo.InvariantCulture)]);
            await Task.Yield();
            return false;
        }
    }

    /// <summary>Another process that works on the store directly, past the grain: the budget holds all the same.</summary>
    [Fact]
    public async Task Gate_ReservedPastTheGrain_HoldsTheBudget()
    {
        GateKey key = new("cap", "past");
        Gate direct = new(cluster.Gates);
        Assert.True((await Gate.ReserveAsync(key, Budget, Now, Cancel)).IsReserved);
        GateReservation past = await direct.ReserveAsync(key, Budget, Now, Cancel);

        Assert.True(past.IsReserved);
        Assert.Equal(GateOutcome.Held, (await Gate.ReserveAsync(key, Budget, Now, Cancel)).Outcome);
        Assert.True(await Gate.ConfirmAsync(past, Now, Cancel));
    }

    [Property(MaxTest = 500)]
    public Property Key_AnyTextAndPeriod_ComesBackFromTheGrainsKey() => Prop.ForAll(
        (from scope in Text()
         from subject in Text()
         from start in Gen.Elements<Instant?>(null, Instant.MinValue, Now, Now + Duration.Epsilon)
         from end in Gen.Elements<Instant?>(null, Instant.MaxValue, Now + Duration.FromDays(1))
         select new GateKey(scope, subject, new Interval(start, end))).ToArbitrary(),
        key => GateGrainKey.Read(GateGrainKey.Of(key)) == key);

    private static Gen<string> Text() => Gen.NonEmptyListOf(Gen.Elements('|', '1', 'a', 'ä', '/', ' ')).Select(list => string.Concat(list));
}

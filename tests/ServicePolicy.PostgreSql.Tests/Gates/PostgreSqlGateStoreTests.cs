using System.Globalization;
using NodaTime;
using Npgsql;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using ServicePolicy.PostgreSql.Gates;
using ServicePolicy.Tests.Gates;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Gates;

public sealed class PostgreSqlGateStoreTests(TestDatabase database) : GateStoreTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Two stores that share nothing but the database, 40 at once on one key with a budget of 7: 7 reserved, each write kept.</summary>
    [Fact]
    public async Task Reserve_ManyAtOnceFromTwoStores_ReservesTheBudgetAndLosesNoWrite()
    {
        SchemaName schema = await database.NewSchemaAsync();
        Gate[] gates = [new(new PostgreSqlGateStore(database.Source, schema)), new(new PostgreSqlGateStore(database.Source, schema))];
        GateKey key = new("cap", "customer");
        GateBudget budget = new(7, Duration.FromMinutes(1));
        GateReservation[] all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => gates[i % 2].ReserveAsync(key, budget, Now, Cancel).AsTask()));
        GateReservation[] reserved = [.. all.Where(reservation => reservation.IsReserved)];

        Assert.Equal(7, reserved.Length);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], reserved.Select(reservation => reservation.Number).Order());
        Assert.All(all.Except(reserved), refused => Assert.Equal(GateOutcome.Held, refused.Outcome));
        Assert.Equal(7, (await new PostgreSqlGateStore(database.Source, schema).ReadAsync(key, Cancel)).Version);
        bool[] confirmed = await Task.WhenAll(reserved.Select(reservation => gates[1].ConfirmAsync(reservation, Now, Cancel).AsTask()));
        Assert.DoesNotContain(false, confirmed);
        Assert.Equal((7, 14), (await gates[0].SpentAsync(key, budget, Now, Cancel), (await new PostgreSqlGateStore(database.Source, schema).ReadAsync(key, Cancel)).Version));
    }

    /// <summary>20 wrong passwords at once on each of 100 accounts, over two pools as of two processes: five are verified, and all are locked.</summary>
    [Fact]
    public async Task SignIn_TwentyWrongAtOnceOnEachAccount_VerifiesFiveAndLocks()
    {
        SchemaName schema = await database.NewSchemaAsync();
        await using NpgsqlDataSource other = NpgsqlDataSource.Create(database.Server.ConnectionString);
        SignInGate[] gates = [new(new PostgreSqlGateStore(database.Source, schema), new CredentialStandards()), new(new PostgreSqlGateStore(other, schema), new CredentialStandards())];
        int[] verified = new int[100];
        await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => gates[i / 100 % 2].TryAsync($"A{i % 100}", new Secret("wrong"), Wrong, Now, Cancel).AsTask()));

        Assert.All(verified, count => Assert.Equal(5, count));
        for (int i = 0; i < verified.Length; i++)
        {
            Assert.True(await gates[1].IsLockedAsync($"A{i}", Now, Cancel));
        }

        async ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Interlocked.Increment(ref verified[int.Parse(login[1..], CultureInfo.InvariantCulture)]);
            return false;
        }
    }

    /// <summary>What is refused is not written: not a row for a budget of nothing, not a version for one that is spent.</summary>
    [Fact]
    public async Task Reserve_Refused_WritesNothing()
    {
        PostgreSqlGateStore store = new(database.Source, await database.NewSchemaAsync());
        GateKey key = new("cap", "customer");
        Assert.Equal(GateOutcome.Spent, (await new Gate(store).ReserveAsync(key, new GateBudget(0), Now, Cancel)).Outcome);

        Assert.Equal(GateEntry.None, await store.ReadAsync(key, Cancel));
    }

    [Fact]
    public async Task RemoveEnded_PeriodsThatEnded_AreForgotten()
    {
        PostgreSqlGateStore store = new(database.Source, await database.NewSchemaAsync());
        GateKey ended = new("s", "ended", new Interval(null, Now)), runs = new("s", "runs", new Interval(null, Now + Duration.Epsilon)), endless = new("s", "endless");
        foreach (GateKey key in new[] { ended, runs, endless })
        {
            await store.TryWriteAsync(key, 0, GateState.Empty, Cancel);
        }

        Assert.Equal(1, await store.RemoveEndedAsync(Now, Cancel));
        Assert.Equal(1, await store.RemoveEndedAsync(Instant.MaxValue, Cancel));
        Assert.Equal(1, (await store.ReadAsync(endless, Cancel)).Version);
    }

    /// <summary>The longest key of the widest characters is one that the index takes.</summary>
    [Fact]
    public async Task TryWrite_LongestKey_IsStored()
    {
        PostgreSqlGateStore store = new(database.Source, await database.NewSchemaAsync());
        string widest = string.Concat(Enumerable.Range(0, 400).Select(i => (char)('一' + (i * 37 % 20_000))));
        GateKey key = new(widest, widest, new Interval(Instant.MinValue, Instant.MaxValue));

        Assert.True(await store.TryWriteAsync(key, 0, GateState.Empty with { Spent = 1 }, Cancel));
        Assert.Equal(1, (await store.ReadAsync(key, Cancel)).State.Spent);
    }

    protected override async ValueTask<IGateStore> StoreAsync() => new PostgreSqlGateStore(database.Source, await database.NewSchemaAsync());
}

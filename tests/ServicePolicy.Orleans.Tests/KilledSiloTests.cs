using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Runtime;
using Orleans.TestingHost;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using ServicePolicy.Orleans.Cases;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Tests;
using Xunit;

namespace ServicePolicy.Orleans.Tests;

/// <summary>One of three silos is killed in the middle: what was answered is kept, and no budget is exceeded.</summary>
[Collection<Cluster>]
public sealed class KilledSiloTests(Cluster cluster)
{
    private const int Accounts = 40;
    private const int Cases = 10;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Silo_KilledInTheMiddle_LosesNothingThatWasAnswered()
    {
        SiloHandle doomed = await cluster.Silos.StartAdditionalSiloAsync();
        IGrainFactory grains = cluster.Client.GetRequiredService<IGrainFactory>();
        SignInGate signIn = new(cluster.Client.GetRequiredService<IGate>(), new CredentialStandards());
        ConcurrentDictionary<string, int> verified = [];
        ConcurrentDictionary<string, ConcurrentBag<string>> answered = [];
        for (int i = 0; i < Cases; i++)
        {
            await grains.GetGrain<ICaseGrain>($"K{i}").OpenAsync(Example.Case(), Example.Taken);
        }

        Task tries = Task.WhenAll(Enumerable.Range(0, Accounts * 20).Select(i => Task.Run(() => TryAsync($"Killed{i % Accounts}"), Cancel)));
        Task records = Task.WhenAll(Enumerable.Range(0, Cases).Select(i => Task.Run(() => RecordAsync($"K{i}"), Cancel)));
        await cluster.Silos.KillSiloAsync(doomed, Cancel);
        await Task.WhenAll(tries, records);

        // Whatever was reserved and lost with its silo, or with its answer, counts once its hold has ended.
        Instant later = Now + Duration.FromMinutes(2);
        for (int i = 0; i < Accounts; i++)
        {
            string login = $"Killed{i}";
            Assert.InRange(verified.GetValueOrDefault(login), 0, 5);
            while (!await PersistAsync(() => signIn.IsLockedAsync(login, later, Cancel).AsTask()))
            {
                await TryAsync(login);
            }

            Assert.InRange(verified[login], 1, 5);
        }

        for (int i = 0; i < Cases; i++)
        {
            StoredCase stored = (await cluster.Store.FindAsync($"K{i}", Cancel))!;
            string[] kept = [.. stored.Case.Facts.OfType<CallBack>().Select(fact => fact.Id)];
            Assert.Equal(20, kept.Length);
            Assert.Empty(answered[$"K{i}"].Except(kept));
            PolicyCase? facts = await PersistAsync(() => grains.GetGrain<ICaseGrain>($"K{i}").FactsAsync());
            Assert.Equal(stored.Case.Facts.OrderBy(fact => fact.Id), facts!.Facts.OrderBy(fact => fact.Id));
        }

        async Task TryAsync(string login)
        {
            try
            {
                await signIn.TryAsync(login, new Secret("wrong"), Wrong, Now, Cancel);
            }
            catch (Exception error) when (IsOfTheCluster(error))
            {
                // The one who tried is told that it failed; the hold, if there is one, counts as wrong in time.
            }
        }

        ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
        {
            verified.AddOrUpdate(login, 1, (_, count) => count + 1);
            return new(false);
        }

        async Task RecordAsync(string id)
        {
            for (int i = 0; i < 20; i++)
            {
                CallBack fact = new() { Id = $"CB-{i.ToString(CultureInfo.InvariantCulture)}", AgreedFor = Example.Taken };
                await PersistAsync(() => grains.GetGrain<ICaseGrain>(id).RecordAsync([fact], Example.Taken, null));
                answered.GetOrAdd(id, _ => []).Add(fact.Id);
            }
        }
    }

    private static async Task<T> PersistAsync<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception error) when (IsOfTheCluster(error))
            {
                await Task.Delay(50, Cancel);
            }
        }
    }

    private static bool IsOfTheCluster(Exception error) => error is OrleansException or TimeoutException;
}

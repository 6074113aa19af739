using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;
using ServicePolicy;
using ServicePolicy.Serialization;

namespace Helpdesk;

/// <summary>Decides the case of case.json, and again whenever its decision changes. With <c>--AsOf INSTANT</c> it decides once, for that instant.</summary>
internal sealed class CaseWatcher(PolicyEngine engine, TimeProvider time, IHostEnvironment environment, IConfiguration configuration, IHostApplicationLifetime lifetime) : BackgroundService
{
    /// <summary>Timers of .NET take no more than 49 days.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string file = Path.Combine(environment.ContentRootPath, "case.json");
        PolicyCase watched = PolicyJson.ReadCase(await File.ReadAllTextAsync(file, stoppingToken));
        if (configuration["AsOf"] is { } asOf)
        {
            Tell(engine.Evaluate(watched, InstantPattern.ExtendedIso.Parse(asOf).GetValueOrThrow()));
        }
        else
        {
            await WatchAsync(watched, stoppingToken);
        }

        lifetime.StopApplication();
    }

    private async Task WatchAsync(PolicyCase watched, CancellationToken stopping)
    {
        TimeSpan? delay = TimeSpan.Zero;
        while (delay is { } wait)
        {
            await Task.Delay(wait < Longest ? wait : Longest, time, stopping);
            Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
            PolicyDecision decision = engine.Evaluate(watched, now);
            Tell(decision);
            delay = decision.DelayFrom(now);
        }
    }

    private static void Tell(PolicyDecision decision)
    {
        Console.WriteLine(decision.Describe(CultureInfo.CurrentUICulture));
        foreach (FindingChange change in decision.Changes())
        {
            Console.WriteLine($"  next: {change.After}");
        }
    }
}

using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>The cases that are measured: a VIP's complaint with one change, a quarter of an hour's work of a call centre in each.</summary>
internal static class Workload
{
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 20, 1, 0);

    /// <summary>From the complaint to its first change: CMP-05 is at risk after three quarters of eight hours.</summary>
    public static readonly Duration UntilChange = Duration.FromHours(6);

    public static PolicyEngine Engine { get; } = PolicyEngine.Create(ServiceStandards.Default);

    public static string Id(long number) => string.Create(CultureInfo.InvariantCulture, $"CP-{number:0000000000}");

    public static PolicyCase Case(string id, Instant receivedAt) =>
        new(new Complaint { Id = id, ReceivedAt = receivedAt, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = $"T-{id}" });
}

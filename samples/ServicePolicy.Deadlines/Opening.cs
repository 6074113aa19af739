using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Schema;

namespace ServicePolicy.Samples.Deadlines;

/// <summary>Opens as many complaints as it was asked to.</summary>
internal sealed class Opening(IConfiguration configuration, SchemaMigrator migrator, PostgreSqlCaseStore cases, IClock clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int count = configuration.GetValue("Open", 0);
        if (count == 0)
        {
            return;
        }

        await migrator.MigrateAsync(stoppingToken);
        for (int i = 0; i < count; i++)
        {
            Instant now = clock.GetCurrentInstant();
            string id = string.Create(CultureInfo.InvariantCulture, $"CP-{now.ToUnixTimeTicks()}-{i}");
            Complaint complaint = new() { Id = id, ReceivedAt = now, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T-1" };
            CaseReceipt receipt = await cases.OpenAsync(id, new PolicyCase(complaint), now, cancellationToken: stoppingToken);
            Console.WriteLine($"{now} {id} is {receipt.Decision.Outcome}, until {receipt.Decision.NextChange}");
        }
    }
}

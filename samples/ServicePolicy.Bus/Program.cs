// Hands the changes of open cases to a message bus, Wolverine, within the transaction that takes them out of the outbox: each is in the bus exactly once.
//
//   dotnet run --project samples/ServicePolicy.Bus -- --Database "Host=localhost;Username=postgres" --Open 3 --For PT30S
//
// Opens complaints whose limit of 8 hours is long over but for some seconds, and prints what the bus's handler is told.
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using ServicePolicy;
using ServicePolicy.Complaints;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Schema;
using ServicePolicy.Samples.Bus;
using Wolverine;
using Wolverine.Postgresql;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string database = builder.Configuration["Database"] ?? throw new InvalidOperationException("There is no 'Database'. Give its connection string: --Database \"Host=localhost;Username=postgres\".");
NpgsqlDataSource source = NpgsqlDataSource.Create(database);

builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(source).AddSingleton<IClock>(SystemClock.Instance);
builder.Services.AddServicePolicy().AddPostgreSql().WatchDeadlinesInTransaction<ToTheBus>();
builder.UseWolverine(options =>
{
    options.UseRuntimeCompilation();
    options.PersistMessagesWithPostgresql(database, "bus");
    options.PublishMessage<CaseChanged>().ToLocalQueue("changes").UseDurableInbox();
});

using IHost host = builder.Build();
await host.Services.GetRequiredService<SchemaMigrator>().MigrateAsync();
await host.StartAsync();
IClock clock = host.Services.GetRequiredService<IClock>();
PostgreSqlCaseStore cases = host.Services.GetRequiredService<PostgreSqlCaseStore>();
for (int i = 0; i < builder.Configuration.GetValue("Open", 3); i++)
{
    Instant now = clock.GetCurrentInstant();
    string id = string.Create(CultureInfo.InvariantCulture, $"CP-{now.ToUnixTimeTicks()}-{i}");
    Complaint complaint = new() { Id = id, ReceivedAt = now - Duration.FromHours(8) + Duration.FromSeconds(3 + i), Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T-1" };
    CaseReceipt receipt = await cases.OpenAsync(id, new PolicyCase(complaint), now);
    Console.WriteLine($"{now} {id} is {receipt.Decision.Outcome}, until {receipt.Decision.NextChange}");
}

await Task.Delay(PeriodPattern.NormalizingIso.Parse(builder.Configuration["For"] ?? "PT1M").GetValueOrThrow().ToDuration().ToTimeSpan());
await host.StopAsync();

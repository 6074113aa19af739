// Watches the deadlines of open cases on PostgreSQL; run it as often as you like, on as many machines.
//
//   dotnet run --project samples/ServicePolicy.Deadlines -- --Database "Host=localhost;Username=postgres" --Open 3
//
// --Schema  the schema, service_policy where left out     --Now   the instant at which its clock begins, the machine's where left out
// --Open    how many complaints to open at the start      --For   after how long it stops, such as PT1M; never where left out
// Figures are configuration as well: --ServicePolicy:Figures:Complaints:Vip PT8S breaches a VIP's complaint after 8 seconds.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using ServicePolicy.PostgreSql;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.Samples.Deadlines;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
string database = builder.Configuration["Database"] ?? throw new InvalidOperationException("There is no 'Database'. Give its connection string: --Database \"Host=localhost;Username=postgres\".");
SchemaName schema = new(builder.Configuration["Schema"] ?? SchemaName.Default.Name);
IClock clock = builder.Configuration["Now"] is { } now ? new SteadyClock(InstantPattern.ExtendedIso.Parse(now).GetValueOrThrow()) : SystemClock.Instance;

builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services
    .AddSingleton(NpgsqlDataSource.Create(database))
    .AddSingleton(clock)
    .AddSingleton(schema)
    .AddHostedService<Opening>();
builder.Services
    .AddServicePolicy(builder.Configuration.GetSection("ServicePolicy"))
    .AddPostgreSql(options =>
    {
        options.Schema = schema;
        builder.Configuration.GetSection("Deadlines").Bind(options.Deadlines);
    })
    .WatchDeadlines<Inbox>();

using IHost host = builder.Build();
using CancellationTokenSource stop = builder.Configuration["For"] is { } length
    ? new(PeriodPattern.NormalizingIso.Parse(length).GetValueOrThrow().ToDuration().ToTimeSpan())
    : new();
await host.RunAsync(stop.Token);

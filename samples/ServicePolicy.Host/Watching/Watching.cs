using NodaTime;
using Npgsql;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.DependencyInjection;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.PostgreSql.Schema;

namespace ServicePolicy.Samples.Host.Watching;

/// <summary>Open cases and their deadlines: on PostgreSQL when there is a connection string, in memory when not.</summary>
internal static class Watching
{
    public static void WatchCases(this ServicePolicyBuilder builder, string? connectionString)
    {
        IServiceCollection services = builder.Services;
        services.AddSingleton<ToldChanges>();
        if (string.IsNullOrEmpty(connectionString))
        {
            services.AddSingleton<IDeadlineHandler>(provider => provider.GetRequiredService<ToldChanges>()).AddSingleton<ICaseBook, MemoryCaseBook>();
            builder.WatchDeadlinesInMemory<ToldChanges>();
        }
        else
        {
            services.AddSingleton(NpgsqlDataSource.Create(connectionString)).AddSingleton<IClock>(SystemClock.Instance).AddSingleton<ICaseBook, PostgreSqlCaseBook>();
            services.AddSingleton<ICaseChangeHandler>(provider => provider.GetRequiredService<ToldChanges>());
            builder.AddPostgreSql().WatchDeadlines<ToldChanges>();
        }
    }

    /// <summary>Creates or migrates the tables before anything is asked of them.</summary>
    public static Task PrepareCasesAsync(this WebApplication app) => app.Services.GetService<SchemaMigrator>()?.MigrateAsync() ?? Task.CompletedTask;

    public static void MapWatching(this IEndpointRouteBuilder app)
    {
        app.MapPost("/watch", async (PolicyCase @case, ICaseBook book, CancellationToken cancellation) => TypedResults.Ok(await book.OpenAsync(@case, cancellation)))
            .WithSummary("Opens a case, whose changes the host is told of").WithTags("Sample");
        app.MapGet("/watch", (ToldChanges told) => TypedResults.Ok(told.Latest)).WithSummary("Lists the last changes that the host was told of").WithTags("Sample");
    }
}

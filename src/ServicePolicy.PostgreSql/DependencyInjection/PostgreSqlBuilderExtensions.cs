using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Gates;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.Gates;
using ServicePolicy.PostgreSql.Operation;
using ServicePolicy.PostgreSql.Schema;

namespace ServicePolicy.PostgreSql.DependencyInjection;

/// <summary>Adds gates, open cases and deadlines on PostgreSQL to the services of a host.</summary>
/// <remarks>The host adds an <see cref="NpgsqlDataSource"/> and an <see cref="IClock"/> of its own.</remarks>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Adds the stores of gates and cases, and what operates them; one process may use them while another watches the deadlines.</summary>
    public static ServicePolicyBuilder AddPostgreSql(this ServicePolicyBuilder builder, Action<PostgreSqlOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PostgreSqlOptions options = new();
        configure?.Invoke(options);
        options.Deadlines.Validate();
        IServiceCollection services = builder.Services;
        services.TryAddSingleton(options);
        services.TryAddSingleton(provider => new SchemaMigrator(Database(provider), Options(provider).Schema, Options(provider).Partitions));
        services.TryAddSingleton(provider => new PostgreSqlGateStore(Database(provider), Options(provider).Schema));
        services.TryAddSingleton<IGateStore>(provider => provider.GetRequiredService<PostgreSqlGateStore>());
        services.TryAddSingleton<IGate>(provider => new Gate(provider.GetRequiredService<IGateStore>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(provider => new PostgreSqlCaseStore(Database(provider), Options(provider).Schema, Engine(provider), Options(provider).FactTypes));
        services.TryAddSingleton(provider => new DeadlineWorker(Database(provider), Options(provider).Schema, Engine(provider), Options(provider).Deadlines, Options(provider).FactTypes, provider.GetService<ILogger<DeadlineWorker>>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(provider => new Reevaluator(Database(provider), Options(provider).Schema, Engine(provider), Options(provider).Deadlines, Options(provider).FactTypes, provider.GetService<ILogger<Reevaluator>>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(provider => new DeadLetters(Database(provider), Options(provider).Schema));
        services.TryAddSingleton(provider => new CaseStatisticsReader(Database(provider), Options(provider).Schema));
        services.TryAddSingleton(provider => new DeadlineTelemetry(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(provider => new PostgreSqlHealthCheck(provider.GetRequiredService<CaseStatisticsReader>(), Options(provider), provider.GetRequiredService<IClock>()));
        return builder;
    }

    /// <summary>Watches deadlines in this process, and hands what changes to a handler.</summary>
    public static ServicePolicyBuilder WatchDeadlines<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this ServicePolicyBuilder builder)
        where THandler : class, ICaseChangeHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ICaseChangeHandler, THandler>();
        return builder.Watch(provider => new ChangeRelay(
            Database(provider), Options(provider).Schema, provider.GetRequiredService<ICaseChangeHandler>(), Options(provider).Deadlines, provider.GetService<ILogger<ChangeRelay>>(), provider.GetService<TimeProvider>()));
    }

    /// <summary>Watches deadlines in this process, and hands what changes to a handler within the transaction that takes it out of the outbox.</summary>
    public static ServicePolicyBuilder WatchDeadlinesInTransaction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this ServicePolicyBuilder builder)
        where THandler : class, ITransactionalCaseChangeHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<ITransactionalCaseChangeHandler, THandler>();
        return builder.Watch(provider => new ChangeRelay(
            Database(provider), Options(provider).Schema, provider.GetRequiredService<ITransactionalCaseChangeHandler>(), Options(provider).Deadlines, provider.GetService<ILogger<ChangeRelay>>(), provider.GetService<TimeProvider>()));
    }

    private static ServicePolicyBuilder Watch(this ServicePolicyBuilder builder, Func<IServiceProvider, ChangeRelay> relay)
    {
        builder.Services.TryAddSingleton(relay);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DeadlineService>(provider => new DeadlineService(
            provider.GetRequiredService<SchemaMigrator>(),
            provider.GetRequiredService<DeadlineWorker>(),
            provider.GetRequiredService<ChangeRelay>(),
            provider.GetRequiredService<CaseStatisticsReader>(),
            provider.GetRequiredService<DeadlineTelemetry>(),
            Options(provider),
            provider.GetRequiredService<IClock>(),
            MachineTime.Unless(provider.GetService<TimeProvider>()),
            provider.GetRequiredService<ILogger<DeadlineService>>())));
        return builder;
    }

    private static NpgsqlDataSource Database(IServiceProvider provider) => provider.GetRequiredService<NpgsqlDataSource>();

    private static PolicyEngine Engine(IServiceProvider provider) => provider.GetRequiredService<PolicyEngine>();

    private static PostgreSqlOptions Options(IServiceProvider provider) => provider.GetRequiredService<PostgreSqlOptions>();
}

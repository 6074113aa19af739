using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServicePolicy.AspNetCore;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.AspNetCore.Endpoints;
using ServicePolicy.AspNetCore.Problems;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Serialization;

#pragma warning disable IDE0130 // Where a host that adds services looks, as is customary.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Adds what an engine needs in an ASP.NET Core host.</summary>
public static class AspNetCoreBuilderExtensions
{
    /// <summary>
    /// Has facts and cases bind from JSON, and answers serialize to it, in the shape that is documented; facts that cannot be are answered with problem details,
    /// and <c>MapServicePolicy</c> finds what it needs.
    /// </summary>
    /// <remarks>Endpoints of the host's own answer with problem details where it uses <c>UseExceptionHandler()</c>. Messages are in the language of the request where it uses request localization.</remarks>
    public static ServicePolicyBuilder AddAspNetCore(this ServicePolicyBuilder builder, Action<PolicyEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        string name = builder.Name;
        services.AddOptions<PolicyEndpointOptions>(name)
            .Configure(options => configure?.Invoke(options))
            .Validate(options => options.MostBytes > 0 && options.MostTime > TimeSpan.Zero && options.LongestWindow > NodaTime.Duration.Zero, "The limits of the endpoints have to be more than zero: MostBytes, MostTime and LongestWindow.")
            .ValidateOnStart();
        services.TryAddSingleton(SystemTime());
        services.AddAuthorization();
        services.AddProblemDetails();
        services.AddOptions<JsonOptions>().Configure<IOptionsMonitor<PolicyEndpointOptions>>((json, options) =>
        {
            // Endpoints of the host's own go by the engine without a key, and by the others for the facts that are theirs alone.
            IList<IJsonTypeInfoResolver> chain = json.SerializerOptions.TypeInfoResolverChain;
            chain.Insert(name.Length == 0 ? 0 : chain.Count, PolicyJson.CreateResolver(options.Get(name).FactTypes, static () => CultureInfo.CurrentUICulture));
            chain.Add(PolicyJson.Documents);
            chain.Add(ProblemJson.Default);
        });
        if (services.Any(service => service.ServiceType == typeof(PolicyEndpointMark)))
        {
            return builder;
        }

        services.AddSingleton<PolicyEndpointMark>();
        services.AddExceptionHandler<PolicyExceptionHandler>();
        services.ConfigureAll<OpenApiOptions>(options => options.AddSchemaTransformer(PolicySchemas.Describe));
        return builder;
    }

    /// <summary>Watches the deadlines of cases in this process, from the next change of one to that of the next, and hands each change to a handler once.</summary>
    /// <remarks>
    /// The host hands over cases to the <see cref="DeadlineWatch"/>, and those that were open before it started by an <see cref="IOpenCases"/> of its own, if it
    /// adds one. What several processes share is watched with <c>ServicePolicy.PostgreSql</c> instead.
    /// </remarks>
    public static ServicePolicyBuilder WatchDeadlinesInMemory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this ServicePolicyBuilder builder, Action<DeadlineWatchOptions>? configure = null)
        where THandler : class, IDeadlineHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        DeadlineWatchOptions options = new();
        configure?.Invoke(options);
        options.Validate();
        IServiceCollection services = builder.Services;
        string name = builder.Name;
        services.TryAddSingleton(SystemTime());
        services.TryAddSingleton<IDeadlineHandler, THandler>();
        services.TryAddSingleton(provider => new DeadlineWatch(
            name.Length == 0 ? provider.GetRequiredService<PolicyEngineMonitor>() : provider.GetRequiredKeyedService<PolicyEngineMonitor>(name),
            provider.GetRequiredService<IDeadlineHandler>(),
            provider.GetService<IOpenCases>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DeadlineWatch>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DeadlineWatch>(static provider => provider.GetRequiredService<DeadlineWatch>()));
        return builder;
    }

    /// <summary>Checks that the engine is that of the configuration as it is now, and that deadlines are watched in time.</summary>
    /// <param name="builder">The checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="key">The key of the engine; the one without a key where left out.</param>
    public static IHealthChecksBuilder AddServicePolicy(this IHealthChecksBuilder builder, string name = "service-policy", string? key = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new PolicyHealthCheck(
                key is null ? provider.GetRequiredService<PolicyEngineMonitor>() : provider.GetRequiredKeyedService<PolicyEngineMonitor>(key),
                provider.GetService<DeadlineWatch>()),
            failureStatus: null,
            tags: null));
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "A host that gives no time of its own has the machine's; no rule reads it.")]
    private static TimeProvider SystemTime() => TimeProvider.System;
}

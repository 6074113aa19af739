using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServicePolicy;
using ServicePolicy.DependencyInjection;

#pragma warning disable IDE0130 // Where a host that adds services looks, as is customary.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>Adds the policy engine to the services of a host.</summary>
public static class ServicePolicyServiceCollectionExtensions
{
    /// <summary>Adds one <see cref="PolicyEngine"/> for the process, built and checked when the host starts.</summary>
    /// <remarks>
    /// A host that has no start-up validation finds the mistakes when it first asks for the engine. Either way an
    /// <see cref="OptionsValidationException"/> lists them all. A <see cref="PolicyEngineMonitor"/> beside it follows the configuration.
    /// </remarks>
    public static ServicePolicyBuilder AddServicePolicy(this IServiceCollection services)
    {
        ServicePolicyBuilder builder = services.AddOptionsOf(Options.Options.DefaultName);
        services.TryAddSingleton(provider => provider.Built(builder.Name));
        services.TryAddSingleton(provider => provider.Monitor(builder.Name, provider.GetRequiredService<PolicyEngine>()));
        return builder;
    }

    /// <summary>As the other, with what a section of configuration says: <c>Figures</c> or <c>Editions</c>, <c>Calendars</c>, <c>SwitchedOff</c> and <c>Warnings</c>.</summary>
    /// <remarks>What else there is in the section is a mistake: give the section alone, not the whole configuration.</remarks>
    public static ServicePolicyBuilder AddServicePolicy(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddServicePolicy().Options(options => options.TakeFrom(section));
    }

    /// <summary>Adds one <see cref="PolicyEngine"/> by a key, beside others: a tenant's, or one with the figures that are planned.</summary>
    /// <remarks>Take it, or its <see cref="PolicyEngineMonitor"/>, as a keyed service. Nothing that is said of one engine is said of another.</remarks>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static ServicePolicyBuilder AddKeyedServicePolicy(this IServiceCollection services, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ServicePolicyBuilder builder = services.AddOptionsOf(key);
        services.TryAddKeyedSingleton(key, (provider, _) => provider.Built(key));
        services.TryAddKeyedSingleton(key, (provider, _) => provider.Monitor(key, provider.GetRequiredKeyedService<PolicyEngine>(key)));
        return builder;
    }

    /// <summary>As the other, with what a section of configuration says: <c>Figures</c> or <c>Editions</c>, <c>Calendars</c>, <c>SwitchedOff</c> and <c>Warnings</c>.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static ServicePolicyBuilder AddKeyedServicePolicy(this IServiceCollection services, string key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddKeyedServicePolicy(key).Options(options => options.TakeFrom(section));
    }

    private static ServicePolicyBuilder AddOptionsOf(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ServicePolicyOptions>(name)
            .Configure<IServiceProvider>((options, provider) => options.Engine.MeterFactory = provider.GetService<IMeterFactory>())
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServicePolicyOptions>, ServicePolicyValidation>());
        return new ServicePolicyBuilder(services, name);
    }

    private static PolicyEngine Built(this IServiceProvider provider, string name) => provider.GetRequiredService<IOptionsMonitor<ServicePolicyOptions>>().Get(name).Built!;

    private static PolicyEngineMonitor Monitor(this IServiceProvider provider, string name, PolicyEngine engine) => new(
        engine,
        provider.GetRequiredService<IOptionsMonitor<ServicePolicyOptions>>().Get(name),
        () => provider.GetRequiredService<IOptionsFactory<ServicePolicyOptions>>().Create(name),
        provider.GetService<ILogger<PolicyEngineMonitor>>() ?? NullLogger<PolicyEngineMonitor>.Instance);
}

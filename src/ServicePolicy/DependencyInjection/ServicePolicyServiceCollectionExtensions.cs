using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
    /// <see cref="OptionsValidationException"/> lists them all.
    /// </remarks>
    public static ServicePolicyBuilder AddServicePolicy(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ServicePolicyOptions>()
            .Configure<IServiceProvider>((options, provider) => options.Engine.MeterFactory = provider.GetService<IMeterFactory>())
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ServicePolicyOptions>, ServicePolicyValidation>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptionsMonitor<ServicePolicyOptions>>().CurrentValue.Built!);
        return new ServicePolicyBuilder(services);
    }

    /// <summary>As the other, with what a section of configuration says: <c>Figures</c> or <c>Editions</c>, <c>Calendars</c> and <c>SwitchedOff</c>.</summary>
    /// <remarks>What else there is in the section is a mistake: give the section alone, not the whole configuration.</remarks>
    public static ServicePolicyBuilder AddServicePolicy(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddServicePolicy().Options(options => options.TakeFrom(section));
    }
}

using ServicePolicy.DependencyInjection;

namespace ServicePolicy.NRules;

/// <summary>Has the engine of a host's services run its rules in NRules sessions.</summary>
public static class NRulesBuilderExtensions
{
    /// <summary>Decides each case in an NRules session of its own: the same findings, at the cost of a session.</summary>
    public static ServicePolicyBuilder UseNRules(this ServicePolicyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure(options => options.UseNRules());
    }
}

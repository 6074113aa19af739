using ServicePolicy.DependencyInjection;

namespace ServicePolicy.Credentials;

/// <summary>Chooses current guidance on passwords in the place of what HB has.</summary>
public static class GuidanceExtensions
{
    /// <summary>What HB asks for and the guidance sets differently: length, mixture, rotation, the lock, and reminders of the rotation.</summary>
    private static readonly string[] Replaced = ["CRD-01", "CRD-02", "CRD-04", "CRD-05", "CRD-14"];

    /// <summary>Has the engine follow NIST SP 800-63B-4 and OWASP ASVS 5.0 (PWD); the clauses of HB that differ are switched off.</summary>
    public static PolicyEngineOptions UseCurrentGuidance(this PolicyEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RuleSets.Add(static figures => new GuidanceRules(figures.Guidance));
        options.SwitchedOff.UnionWith(Replaced);
        return options;
    }

    /// <inheritdoc cref="UseCurrentGuidance(PolicyEngineOptions)"/>
    public static ServicePolicyBuilder UseCurrentGuidance(this ServicePolicyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure(options => options.UseCurrentGuidance());
    }
}

using ServicePolicy.NRules;

namespace ServicePolicy.Samples.Commands;

/// <summary>Has an engine run its rules in a way that was chosen.</summary>
internal static class EngineKindExtensions
{
    public static PolicyEngineOptions Run(this PolicyEngineOptions options, EngineKind kind) => kind switch
    {
        EngineKind.NRules => options.UseNRules(),
        EngineKind.Both => options.CheckAgainstNRules(),
        _ => options,
    };
}

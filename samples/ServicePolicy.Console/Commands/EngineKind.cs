namespace ServicePolicy.Samples.Commands;

/// <summary>What runs the rules.</summary>
internal enum EngineKind
{
    /// <summary>The plan of the library.</summary>
    Plan,

    /// <summary>An NRules session for each case.</summary>
    NRules,

    /// <summary>Both, compared finding by finding.</summary>
    Both,
}

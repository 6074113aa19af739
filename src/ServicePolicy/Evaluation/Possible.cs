namespace ServicePolicy.Evaluation;

/// <summary>What a standard may say of a subject where it cannot be told; states in the order in which one of them outweighs those before it (S29).</summary>
[Flags]
internal enum Possible : short
{
    None = 0,
    Nothing = 1,
    Met = 2,
    Pending = 4,
    AtRisk = 8,
    Breached = 16,
    Violated = 32,
    Prohibition = 64,
    Permission = 128,
    Entitlement = 256,
    Classification = 512,
    Measure = 1024,
    Inadmissible = 2048,

    Excess = 4096,
    Warning = 8192,

    /// <summary>What stands at most once for a clause and subject.</summary>
    Ruling = Nothing | Met | Pending | AtRisk | Breached | Violated,

    /// <summary>All but that.</summary>
    Others = Prohibition | Permission | Entitlement | Classification | Measure | Inadmissible | Excess | Warning,

    Anything = Ruling | Others,
}

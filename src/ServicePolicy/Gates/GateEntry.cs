namespace ServicePolicy.Gates;

/// <summary>What a store has for a key, and the version of it.</summary>
/// <param name="Version">How often it was written; 0 where it never was.</param>
/// <param name="State">What was written last; <see cref="GateState.Empty"/> where nothing was.</param>
public sealed record GateEntry(long Version, GateState State)
{
    /// <summary>What a store has for a key to which nothing was written.</summary>
    public static GateEntry None { get; } = new(0, GateState.Empty);
}

using System.Runtime.CompilerServices;

namespace ServicePolicy.Resources;

/// <summary>Of which findings a text is. Standards are told apart as objects: those of two editions may differ in what stands in the text, and equal is slow to find out.</summary>
internal readonly record struct FindingTextKey(Standard Standard, FindingKind Kind, FindingState State, string? Ground)
{
    public bool Equals(FindingTextKey other) => ReferenceEquals(Standard, other.Standard) && Kind == other.Kind && State == other.State && Ground == other.Ground;

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Standard) ^ ((int)Kind << 4 | (int)State);
}

namespace ServicePolicy;

/// <summary>A value that a condition saw.</summary>
/// <param name="Fact">The fact that has it.</param>
/// <param name="Input">The property; for a consumed finding its standard.</param>
/// <param name="Value">The value as text, the same in every culture; dots for a <see cref="Secret"/>.</param>
public sealed record TraceValue(FactKey Fact, string Input, string Value)
{
    /// <summary>Input and value, such as <c>Tier = Vip</c>.</summary>
    public override string ToString() => $"{Input} = {Value}";
}

namespace ServicePolicy.Serialization;

/// <summary>A property of a type of fact, as JSON has it.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether every fact of the type has it.</param>
public sealed record FactProperty(string Name, Type Type, bool IsRequired);

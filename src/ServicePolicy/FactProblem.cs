namespace ServicePolicy;

/// <summary>Something about a fact that cannot be.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Property">The property at fault, by the name that JSON gives it.</param>
/// <param name="Message">What is wrong and what to do, in English.</param>
public sealed record FactProblem(FactKey Fact, string Property, string Message)
{
    /// <summary>Fact, property and message in one line.</summary>
    public override string ToString() => $"{Fact}, {Property}: {Message}";
}

namespace ServicePolicy;

/// <summary>How one named condition of a rule answered for a fact, and what it saw.</summary>
/// <param name="Standard">The standard whose rule asked.</param>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Fact">The fact asked about.</param>
/// <param name="Second">The fact matched with it, if any.</param>
/// <param name="Condition">The name of the condition.</param>
/// <param name="Answer">The answer; after a no, the rest of the rule was not asked.</param>
/// <param name="Values">The values that the condition is written to look at; empty where that cannot be read off it.</param>
public sealed record TraceEntry(string Standard, string Rule, FactKey Fact, FactKey? Second, string Condition, YesNo Answer, IReadOnlyList<TraceValue> Values)
{
    /// <summary>What was asked, the answer and the values, such as <c>CMP-02 CMP-02, Complaint CP-1: filed by the account holder? No (FiledBy = SomeoneElse)</c>.</summary>
    public override string ToString() =>
        $"{Standard} {Rule}, {Fact}{(Second is { } second ? $" with {second}" : string.Empty)}: {Condition}? {Answer}{(Values.Count > 0 ? $" ({string.Join(", ", Values)})" : string.Empty)}";
}

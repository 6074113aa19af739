namespace ServicePolicy.Serialization;

/// <summary>Something in a text that keeps it from being a fact or a case.</summary>
/// <param name="Message">What is wrong and what to do, in English.</param>
/// <param name="Line">The line at fault, from 1.</param>
/// <param name="Column">The column at fault, from 1, in characters.</param>
/// <param name="Path">The property at fault, such as <c>facts[1].amount</c>; empty for the whole text.</param>
public sealed record FactMistake(string Message, int Line, int Column, string Path)
{
    /// <summary>The property at fault as a JSON pointer (RFC 6901), such as <c>/facts/1/amount</c>; empty for the whole text.</summary>
    public string JsonPointer => FactPlace.JsonPointer(Path);
}

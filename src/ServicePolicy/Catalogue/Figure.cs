namespace ServicePolicy.Catalogue;

/// <summary>A figure of a standard, as it stands in an edition.</summary>
/// <param name="Standard">The Id of the standard.</param>
/// <param name="Path">Where it is configured, such as <c>Complaints:Vip</c>.</param>
/// <param name="Value">The value as it is written in configuration; <see langword="null"/> where it is not set.</param>
/// <param name="Unit">The unit, in words.</param>
/// <param name="Mark">Where the default comes from.</param>
public sealed record Figure(string Standard, string Path, string? Value, string Unit, FigureMark Mark);

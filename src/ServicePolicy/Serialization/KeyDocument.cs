namespace ServicePolicy.Serialization;

/// <summary>The key of a fact as it was written.</summary>
/// <param name="Type">The name that JSON gives as <c>type</c>, such as <c>complaint</c>.</param>
/// <param name="Id">The host's identifier.</param>
public sealed record KeyDocument(string Type, string Id);

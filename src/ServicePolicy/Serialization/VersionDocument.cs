namespace ServicePolicy.Serialization;

/// <summary>What a decision was made with, as it was written.</summary>
/// <param name="Edition">The name of the edition of the figures.</param>
/// <param name="Catalogue">The version of the catalogue of standards.</param>
/// <param name="TimeZones">The version of the time-zone data.</param>
public sealed record VersionDocument(string Edition, string Catalogue, string TimeZones);

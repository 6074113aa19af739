namespace ServicePolicy;

/// <summary>What a decision was made with: all that can change an answer besides the facts and the instant.</summary>
/// <param name="Edition">The name of the edition of the figures.</param>
/// <param name="Catalogue">The version of the catalogue of standards.</param>
/// <param name="TimeZones">The version of the time-zone data.</param>
public sealed record PolicyVersion(string Edition, string Catalogue, string TimeZones);

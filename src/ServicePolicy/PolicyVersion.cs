using NodaTime.TimeZones;

namespace ServicePolicy;

/// <summary>What a decision was made with: all that can change an answer besides the facts and the instant.</summary>
/// <param name="Edition">The name of the edition of the figures.</param>
/// <param name="Catalogue">The version of the catalogue of standards.</param>
public sealed record PolicyVersion(string Edition, string Catalogue)
{
    /// <summary>The version of the time-zone data.</summary>
    /// <remarks>Read when first asked for: loading the data takes longer than deciding.</remarks>
    public string TimeZones { get => field ??= TzdbDateTimeZoneSource.Default.VersionId; private init; }
}

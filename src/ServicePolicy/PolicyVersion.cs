using System.Diagnostics.CodeAnalysis;
using NodaTime.TimeZones;

namespace ServicePolicy;

/// <summary>What a decision was made with: all that can change an answer besides the facts and the instant.</summary>
/// <param name="Edition">The name of the edition of the figures.</param>
/// <param name="Catalogue">The version of the catalogue of standards.</param>
public sealed record PolicyVersion(string Edition, string Catalogue)
{
    /// <summary>The version of the time-zone data.</summary>
    /// <remarks>The data is loaded when first asked for, since that takes longer than deciding.</remarks>
    [SuppressMessage("Performance", "CA1822", Justification = "To a reader it is a part of the version like the others.")]
    public string TimeZones => TimeZoneData.Version;

    private static class TimeZoneData
    {
        public static readonly string Version = TzdbDateTimeZoneSource.Default.VersionId;
    }
}

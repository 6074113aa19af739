using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>A timeline as it was written.</summary>
/// <param name="Case">The key of the root fact.</param>
/// <param name="Window">The stretch of time for which recurring findings were worked out.</param>
/// <param name="Findings">All findings over time, in canonical order, without what depends on an instant.</param>
/// <param name="Version">What it was made with.</param>
public sealed record TimelineDocument(KeyDocument Case, Interval Window, IReadOnlyList<FindingDocument> Findings, VersionDocument Version);

using NodaTime;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>A finding as one would write it by hand, with the content of ours.</summary>
public sealed record HandFinding(
    string Standard,
    FindingKind Kind,
    FindingState State,
    string Subject,
    Instant Start,
    Instant End,
    Instant? From = null,
    Duration? Limit = null,
    Instant? Due = null,
    Instant? Done = null,
    Money? Amount = null);

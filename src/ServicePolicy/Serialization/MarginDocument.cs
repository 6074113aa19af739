using NodaTime;

namespace ServicePolicy.Serialization;

/// <summary>The margin of a finding as it was written.</summary>
/// <param name="Start">When the limit began.</param>
/// <param name="Limit">How long there was.</param>
/// <param name="Due">The last instant at which done is in time.</param>
/// <param name="Done">When it was done.</param>
/// <param name="Elapsed">The time that passed until it was done, or until the instant decided for.</param>
/// <param name="Slack">The time left then, negative when late.</param>
public sealed record MarginDocument(Instant? Start = null, Duration? Limit = null, Instant? Due = null, Instant? Done = null, Duration? Elapsed = null, Duration? Slack = null);

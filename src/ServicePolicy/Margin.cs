using NodaTime;

namespace ServicePolicy;

/// <summary>The constants of a limit; what depends on the instant of a decision is worked out by the finding.</summary>
/// <param name="Start">When the limit began.</param>
/// <param name="Limit">How long there was.</param>
/// <param name="Due">The last instant at which done is in time, and so what would have met it; absent while a suspension is open.</param>
/// <param name="Done">When it was done.</param>
public readonly record struct Margin(Instant? Start, Duration? Limit, Instant? Due, Instant? Done);

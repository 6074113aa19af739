using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>A change of the limit of a running clock.</summary>
/// <param name="At">When it changed; not before the clock's start.</param>
/// <param name="Limit">The new limit.</param>
/// <param name="Change">From when the new limit counts.</param>
public sealed record TargetRevision(Instant At, WorkingLimit Limit, TargetChange Change);

using NodaTime;

namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>A change of a decision that came with time alone.</summary>
/// <param name="Case">The case.</param>
/// <param name="Before">The decision that held before.</param>
/// <param name="After">The decision at the instant of the change.</param>
public sealed record DeadlineChange(PolicyCase Case, PolicyDecision Before, PolicyDecision After)
{
    /// <summary>The instant of the change. With the key of the case's root it names the change: who keeps both can tell one that is told twice after a crash.</summary>
    public Instant At => After.AsOf;

    /// <summary>The findings that ended, began, or were replaced.</summary>
    public IReadOnlyList<FindingChange> Changes => FindingChange.Between(Before, After);
}

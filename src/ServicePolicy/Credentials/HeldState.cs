using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Whether something holds of an account during a half-open stretch of time.</summary>
/// <param name="From">When the stretch begins.</param>
/// <param name="Until">When it ends; the end of time where it does not.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Missing">The inputs for want of which it cannot be told; empty otherwise.</param>
internal readonly record struct HeldState(Instant From, Instant Until, YesNo Holds, string[] Missing)
{
    public Interval During => new(From == Instant.MinValue ? null : From, Until == Instant.MaxValue ? null : Until);
}

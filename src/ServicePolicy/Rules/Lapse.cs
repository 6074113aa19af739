using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>How a state passes into another by itself.</summary>
/// <param name="Into">The other state.</param>
/// <param name="At">When, by when the state was entered.</param>
/// <param name="Missing">The inputs for want of which that is known to a range only.</param>
internal sealed record Lapse<TState>(TState Into, Func<Instant, Occurrence> At, string[] Missing);

using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>A stretch of time in which something is so (<see cref="Doubt"/> 0) or may be so, for want of the inputs at <see cref="Doubt"/>.</summary>
internal readonly record struct Stretch(Instant Start, Instant End, int Doubt);

using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>A stretch of time in which something is breached, or may be.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end.</param>
/// <param name="Missing">The inputs for want of which it cannot be told; none where it surely is.</param>
/// <param name="Begin">When the breach began, if there is one and that is known.</param>
internal readonly record struct BreachStretch(Instant Start, Instant End, InputSet? Missing, Instant? Begin);

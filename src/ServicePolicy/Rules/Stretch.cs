using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>A stretch of time in which something is so, or may be so for want of inputs.</summary>
internal readonly record struct Stretch(Instant Start, Instant End, InputSet? Missing)
{
    public bool IsEmpty => Start >= End;
}

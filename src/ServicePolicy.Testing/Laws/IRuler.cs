using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Whatever rules on facts: the laws know no more of it.</summary>
internal interface IRuler
{
    /// <summary>All that is said of a case, over all of time.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be.</exception>
    IReadOnlyList<Saying> Say(PolicyCase @case);

    Answer Ask(PolicyCase @case, Instant asOf);

    NextChange Next(PolicyCase @case, Instant asOf);
}

using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>A law that does not hold for a clause, and the case that shows it.</summary>
/// <param name="Law">The law.</param>
/// <param name="Standard">The clause, or the type of the fact where no clause can be told.</param>
/// <param name="Subject">What the clause speaks of, if it speaks.</param>
/// <param name="Facts">The facts of the case.</param>
/// <param name="AsOf">An instant at which it does not hold.</param>
/// <param name="Story">What is said, and what should be.</param>
internal sealed record Breach(Law Law, string Standard, FactKey? Subject, IReadOnlyList<IFact> Facts, Instant AsOf, string Story);

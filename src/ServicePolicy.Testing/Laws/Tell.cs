using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Tells of a law that does not hold.</summary>
internal delegate void Tell(Law law, string standard, FactKey? subject, Instant asOf, Func<string> story);

using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The inputs on which alternatives differ, by what each says during a piece of time that begins at an instant, and when two say the same.</summary>
internal delegate IEnumerable<string> DifferingInputs(Instant at, Saying[] says, Func<Saying, Saying, bool> same);

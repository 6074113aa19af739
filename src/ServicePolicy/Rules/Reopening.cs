using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>That something which was done was taken up again, and was done again.</summary>
/// <param name="At">When it was taken up again.</param>
/// <param name="DoneAgain">When it was done again; not happened while it is open.</param>
public readonly record struct Reopening(Instant At, Occurrence DoneAgain);

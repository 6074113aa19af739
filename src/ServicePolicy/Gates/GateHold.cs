using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>A reservation that is not settled yet.</summary>
/// <param name="Number">Its number, unique within its key.</param>
/// <param name="TakenAt">When it was made.</param>
public readonly record struct GateHold(long Number, Instant TakenAt);

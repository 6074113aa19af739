using NodaTime;

namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>A case to watch.</summary>
/// <param name="Case">The case.</param>
/// <param name="ToldUntil">Changes until then, included, were told; <see cref="DeadlineChange.At"/> of the last one.</param>
public sealed record OpenCase(PolicyCase Case, Instant ToldUntil);

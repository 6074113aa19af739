using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>A stretch of time during which something perhaps holds of a session.</summary>
/// <param name="During">The stretch.</param>
/// <param name="Doubt">What would have to be known; nothing where it surely holds.</param>
internal readonly record struct SessionStretch(Span During, SessionDoubt Doubt);

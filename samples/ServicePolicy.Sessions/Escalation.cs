using NodaTime;

namespace ServicePolicy.Samples.Sessions;

/// <summary>What the host's rule makes.</summary>
/// <param name="Complaint">The Id of the complaint.</param>
/// <param name="From">Since when it is breached.</param>
public sealed record Escalation(string Complaint, Instant From);

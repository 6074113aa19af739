using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>That a matter came to an owner: a person, a team, the customer.</summary>
/// <param name="Owner">Who holds it, until it comes to the next.</param>
/// <param name="From">When it came.</param>
public readonly record struct Holding(string Owner, Instant From);

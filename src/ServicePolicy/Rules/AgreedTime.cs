using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>A time agreed with the customer, until which something is to be done.</summary>
/// <param name="AgreedAt">When it was agreed.</param>
/// <param name="Due">Until when it is to be done.</param>
public readonly record struct AgreedTime(Instant AgreedAt, Instant Due);

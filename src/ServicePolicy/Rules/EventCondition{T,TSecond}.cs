namespace ServicePolicy.Rules;

/// <summary>The condition that an event did not happen before the rule begins to speak.</summary>
internal sealed record EventCondition<T, TSecond>(string Name, Func<T, TSecond, Occurrence> Event, InputSet Needs);

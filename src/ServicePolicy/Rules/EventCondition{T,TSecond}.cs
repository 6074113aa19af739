namespace ServicePolicy.Rules;

/// <summary>The condition that an event did not happen before the rule begins to speak.</summary>
internal sealed class EventCondition<T, TSecond>(string name, Func<T, TSecond, Occurrence> @event, InputSet needs)
{
    public string Name { get; } = name;

    public Func<T, TSecond, Occurrence> Event { get; } = @event;

    public InputSet Needs { get; } = needs;
}

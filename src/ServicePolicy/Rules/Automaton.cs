using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>What becomes of something by events in order, such as a lock: a state, and what each event makes of it.</summary>
/// <remarks>
/// Written for events of which everything is known. Where attributes of an event are unknown it is followed with each value that they may have, so that all the
/// states are carried along which may be; those that are the same are one. The cost grows with the events, and not with the ways in which they may have been.
/// </remarks>
/// <typeparam name="TEvent">What happens.</typeparam>
/// <typeparam name="TState">A state; there are few.</typeparam>
public sealed class Automaton<TEvent, TState>
    where TEvent : class, IFact
    where TState : struct
{
    private readonly Func<TState, TEvent, TState?> next;
    private readonly ExpressionText text;
    private readonly Dictionary<TState, Lapse<TState>> lapses = [];

    /// <summary>An automaton that begins in a state.</summary>
    /// <param name="start">The state at the beginning.</param>
    /// <param name="next">The state that an event leads to, in which time runs anew; <see langword="null"/> where it changes nothing.</param>
    /// <param name="text">The compiler gives it.</param>
    public Automaton(TState start, Func<TState, TEvent, TState?> next, [CallerArgumentExpression(nameof(next))] string text = "")
    {
        ArgumentNullException.ThrowIfNull(next);
        Start = start;
        this.next = next;
        this.text = ConditionInputs.Of(text);
    }

    internal TState Start { get; }

    /// <summary>A state passes into another by itself, at an event that is no earlier for one that was entered later; while that is known to a range, for want of the inputs named.</summary>
    public Automaton<TEvent, TState> Lapsing(TState from, TState into, Func<Instant, Occurrence> at, params string[] missing)
    {
        ArgumentNullException.ThrowIfNull(at);
        lapses[from] = new Lapse<TState>(into, at, missing);
        return this;
    }

    /// <summary>What the events make of it, from an instant on; those before it do not count.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="since">When it begins.</param>
    public Course<TState> Follow(IEnumerable<TEvent> events, Instant since) => Follow(events, since, _ => YesNo.Yes, string.Empty);

    /// <summary>What those events make of it that count; where nobody knows whether one does, it may and may not.</summary>
    public Course<TState> Follow(IEnumerable<TEvent> events, Instant since, Func<TEvent, YesNo> counts, [CallerArgumentExpression(nameof(counts))] string countsText = "")
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(counts);
        PossibleStates<TState> states = new(lapses, Start, since);
        foreach (TEvent @event in events)
        {
            YesNo counted = @event.OpenedAt < since ? YesNo.No : counts(@event);
            if (counted != YesNo.No)
            {
                states.Pass(@event.OpenedAt);
                FactInput[] unknown = UnknownOf(@event);
                TEvent[] completions = Complete(@event, unknown);
                states.Apply(@event.OpenedAt, state => After(state, @event, unknown, completions, counted == YesNo.Unknown ? countsText : null));
            }
        }

        return states.End();
    }

    /// <summary>The earliest instant at which a state passes by itself.</summary>
    internal Instant LapseOf(TState state, Instant entered) => lapses[state].At(entered).From;

    /// <summary>The inputs of an event that the automaton reads and nobody knows.</summary>
    private FactInput[] UnknownOf(TEvent @event) =>
        [.. FactInputs.Of(@event).All.Where(input => input.Values.Length > 0 && ConditionInputs.Reads(text, 1, isCollection: false, input.Name) && input.IsUnknown(@event))];

    /// <summary>The event with each value that its unknown inputs may have.</summary>
    private static TEvent[] Complete(TEvent @event, FactInput[] unknown)
    {
        if (unknown.Length == 0)
        {
            return [@event];
        }

        TEvent[] completions = new TEvent[unknown.Aggregate(1, (product, input) => product * input.Values.Length)];
        for (int index = 0; index < completions.Length; index++)
        {
            completions[index] = (TEvent)FactInputs.Copy(@event);
            int rest = index;
            foreach (FactInput input in unknown)
            {
                input.Set(completions[index], input.Values[rest % input.Values.Length]);
                rest /= input.Values.Length;
            }
        }

        return completions;
    }

    /// <summary>All that an event may make of a state, and the inputs on which that depends.</summary>
    private Branches<TState> After(TState state, TEvent @event, FactInput[] unknown, TEvent[] completions, string? doubtful)
    {
        Branches<TState> branches = new(state, lapses.ContainsKey(state));
        TState?[] outcomes = Array.ConvertAll(completions, completion => branches.Add(next(state, completion)));
        int step = 1;
        foreach (FactInput input in unknown)
        {
            if (Enumerable.Range(0, outcomes.Length).Any(index => !Nullable.Equals(outcomes[index], outcomes[index - index / step % input.Values.Length * step])))
            {
                branches.Need(input.Name);
            }

            step *= input.Values.Length;
        }

        if (doubtful is not null)
        {
            branches.AddUnchanged(ConditionInputs.Missing(doubtful, null, @event, null).Names);
        }

        return branches;
    }
}

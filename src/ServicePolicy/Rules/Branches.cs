namespace ServicePolicy.Rules;

/// <summary>All that an event may make of a state.</summary>
/// <param name="state">The state.</param>
/// <param name="lapses">Whether it passes by itself, so that entering it anew makes a difference.</param>
internal sealed class Branches<TState>(TState state, bool lapses)
    where TState : struct
{
    private readonly List<string> missing = [];

    /// <summary>Whether it may stay as it is.</summary>
    public bool MayStay { get; private set; }

    /// <summary>The states that it may enter.</summary>
    public List<TState> Entered { get; } = [];

    /// <summary>The inputs on which it depends which.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Adds one; returns null where it makes no difference.</summary>
    public TState? Add(TState? next)
    {
        if (next is not { } entered || (!lapses && entered.Equals(state)))
        {
            MayStay = true;
            return null;
        }

        if (!Entered.Contains(entered))
        {
            Entered.Add(entered);
        }

        return entered;
    }

    /// <summary>It may also stay as it is, for want of inputs, which matter only where it would not otherwise.</summary>
    public void AddUnchanged(IEnumerable<string> inputs)
    {
        if (Entered.Count > 0)
        {
            missing.AddRange(inputs);
        }

        MayStay = true;
    }

    public void Need(string input) => missing.Add(input);
}

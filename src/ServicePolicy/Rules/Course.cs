using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The states that something went through, over all time; where events left it open, all that it may have been in.</summary>
public sealed class Course<TState>
{
    private readonly List<Phase<TState>> phases;

    internal Course(List<Phase<TState>> phases) => this.phases = phases;

    /// <summary>While it is in one of the states asked for; unknown while it may or may not be, for want of the attributes of the events that left it open.</summary>
    public Truth While(Func<TState, bool> isSo)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        List<Stretch> stretches = [];
        for (int i = 0; i < phases.Count; i++)
        {
            int so = phases[i].Possible.Count(isSo);
            if (so > 0)
            {
                Instant end = i + 1 < phases.Count ? phases[i + 1].From : Instant.MaxValue;
                stretches.Add(new Stretch(phases[i].From, end, so == phases[i].Possible.Length ? null : phases[i].Missing));
            }
        }

        return Truth.Of([.. stretches]);
    }
}

using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>What the rules of one session share.</summary>
internal sealed class SessionState(Span window, bool collectsProblems)
{
    /// <summary>Impossible facts, where they are thrown together in the end.</summary>
    public FactProblems Problems;

    public Span Window { get; } = window;

    public bool CollectsProblems { get; } = collectsProblems;

    public bool Windowed { get; set; }
}

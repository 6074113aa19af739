using System.Runtime.InteropServices;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>What the rules of one session share.</summary>
internal sealed class SessionState(Span window, bool collectsProblems)
{
    private readonly Dictionary<(FollowingAction Rule, FactKey First, FactKey Second), Following> followings = [];

    /// <summary>Impossible facts, where they are thrown together in the end.</summary>
    public FactProblems Problems;

    public Span Window { get; } = window;

    public bool CollectsProblems { get; } = collectsProblems;

    public bool Windowed { get; set; }

    public Following FollowingOf((FollowingAction Rule, FactKey First, FactKey Second) facts)
    {
        ref Following? following = ref CollectionsMarshal.GetValueRefOrAddDefault(followings, facts, out _);
        return following ??= new Following();
    }

    public void Forget((FollowingAction Rule, FactKey First, FactKey Second) facts) => followings.Remove(facts);

    public void ThrowIfImpossible()
    {
        foreach (Following following in followings.Values)
        {
            Problems.AddRange(following.Problems);
        }

        Problems.ThrowIfAny();
    }
}

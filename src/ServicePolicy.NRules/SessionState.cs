using System.Runtime.InteropServices;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>What the rules of one session share.</summary>
internal sealed class SessionState(Span window, SessionFindings findings)
{
    private readonly Dictionary<SubjectKey, Following> followings = [];
    private Dictionary<object, Action>? recurring;

    /// <summary>The stretch of time for which recurring findings are worked out.</summary>
    public Span Window { get; private set; } = window;

    /// <summary>Whether recurring findings were found, so that nothing is known beyond the window.</summary>
    public bool Windowed => recurring is { Count: > 0 };

    public SessionFindings Findings { get; } = findings;

    public Refusals Refusals { get; } = new();

    public Following FollowingOf(SubjectKey facts)
    {
        ref Following? following = ref CollectionsMarshal.GetValueRefOrAddDefault(followings, facts, out _);
        return following ??= new Following();
    }

    public void Forget(SubjectKey facts) => followings.Remove(facts);

    /// <summary>Says how a source of recurring findings is asked again, or that it has none.</summary>
    public void Recurs(object source, Action? again)
    {
        if (again is not null)
        {
            (recurring ??= new(ReferenceEqualityComparer.Instance))[source] = again;
        }
        else
        {
            recurring?.Remove(source);
        }
    }

    /// <summary>Works recurring findings out for another window.</summary>
    public void MoveTo(Span window)
    {
        Window = window;
        foreach (Action again in recurring?.Values.ToArray() ?? [])
        {
            again();
        }
    }
}

using System.Runtime.InteropServices;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>What the rules of one session share.</summary>
internal sealed class SessionState(Span window, SessionFindings findings)
{
    private Dictionary<SubjectKey, Following>? followings;
    private Dictionary<(short Standard, Type Type, string Id), SpokenClause>? clauses;
    private Dictionary<object, Action>? recurring;
    private Dictionary<object, IReadOnlyList<(NodaTime.Instant From, FactProblem Problem)>>? problemsFrom;

    /// <summary>The stretch of time for which recurring findings are worked out.</summary>
    public Span Window { get; private set; } = window;

    /// <summary>Whether recurring findings were found, so that nothing is known beyond the window.</summary>
    public bool Windowed => recurring is { Count: > 0 };

    public SessionFindings Findings { get; } = findings;

    public Refusals Refusals { get; } = new();

    /// <summary>What rules found impossible from an instant on.</summary>
    public IEnumerable<(NodaTime.Instant From, FactProblem Problem)> ProblemsFrom => problemsFrom?.Values.SelectMany(problems => problems) ?? [];

    /// <summary>The clause of a standard about a fact, made when it first needs to be worked out as a whole.</summary>
    public SpokenClause ClauseOf(Plan plan, short standard, IFact first)
    {
        ref SpokenClause? clause = ref CollectionsMarshal.GetValueRefOrAddDefault(clauses ??= [], (standard, first.GetType(), first.Id), out _);
        return clause ??= new SpokenClause(plan, standard, first);
    }

    /// <summary>The same, if it was ever made.</summary>
    public SpokenClause? ClauseOrNull(short standard, IFact first) => clauses is null or { Count: 0 } ? null : clauses.GetValueOrDefault((standard, first.GetType(), first.Id));

    public void Forget(short standard, IFact first) => clauses?.Remove((standard, first.GetType(), first.Id));

    /// <summary>Runs rules, and notes what they refuse, and how they are asked again where they recur; null where one is at fault.</summary>
    /// <remarks>What they are run on is passed in, so that nothing is made for what seldom recurs.</remarks>
    public MatchResult? Run<T>(object source, T on, Func<T, MatchResult> rules, Action<T> again)
    {
        try
        {
            MatchResult result = rules(on);
            Refusals.Body(source, result.Problems, null);
            Recurs(source, result.IsWindowed ? Asking(on, again) : null);
            if (result.ProblemsFrom.Count > 0)
            {
                (problemsFrom ??= new(ReferenceEqualityComparer.Instance))[source] = result.ProblemsFrom;
            }
            else
            {
                problemsFrom?.Remove(source);
            }

            return result;
        }
        catch (RuleFaultException fault)
        {
            Refusals.Body(source, default, fault);
            Recurs(source, null);
            return null;
        }
    }

    public Following FollowingOf(SubjectKey facts)
    {
        ref Following? following = ref CollectionsMarshal.GetValueRefOrAddDefault(followings ??= [], facts, out _);
        return following ??= new Following();
    }

    public void Forget(SubjectKey facts) => followings?.Remove(facts);

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

    private static Action Asking<T>(T on, Action<T> again) => () => again(on);
}

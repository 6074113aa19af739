using System.Collections;
using NodaTime;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>What one evaluation needs beyond its findings: the case, what is rare in findings, and the indexes of joins.</summary>
internal sealed class CaseEvaluation
{
    /// <summary>In place of a count of findings that stand first: another engine matched nothing.</summary>
    public const int None = -1;

    /// <summary>Stands for any subject.</summary>
    public const int Anything = -1;

    // So few cells are looked through rather than put in order.
    private const int Few = 4;

    private readonly Plan? plan;
    private readonly (int Start, int End)[] ranges = [];
    private readonly short[] spoken = [];
    private readonly IFact? root;
    private readonly IFact[]? matched;
    private readonly int consumed;
    private List<(object Key, object OtherKey, KeyLinks Links)>? links;
    private (object? Key, object? OtherKey, KeyLinks? Links) lastLinks;
    private CellIndex?[]? bySubject;
    private CellIndex? byStandard;
    private (int Start, int End)[]? free;
    private PolicyCase? made;
    private List<(Instant From, FactProblem Problem)>? problemsFrom;
    private Dictionary<int, IFact>? instead;

    /// <summary>The evaluation of one fact, at an instant.</summary>
    public CaseEvaluation(IFact root, PlanSettings settings)
    {
        this.root = root;
        Settings = settings;
        Details = [];
    }

    /// <summary>The evaluation of a case over its whole timeline.</summary>
    public CaseEvaluation(Plan plan, PolicyCase @case, Span window, TraceRecorder? trace = null, int consumed = None)
    {
        this.consumed = consumed;
        this.plan = plan;
        Standards = plan.Standards;
        Settings = plan.Settings;
        made = @case;
        Details = [];
        Window = window;
        Trace = trace;
        spoken = new short[@case.Facts.Length];
        ranges = new (int, int)[plan.Slots];
    }

    /// <summary>The evaluation of one match that another engine made, with the findings that the rule consumes standing first, and the facts that they are about last.</summary>
    public CaseEvaluation(PlanSettings settings, IFact[] facts, Span window, int consumed, List<object> details)
    {
        Settings = settings;
        matched = facts;
        root = facts[0];
        Window = window;
        Details = details;
        this.consumed = consumed;
    }

    /// <summary>Ends the evaluation early.</summary>
    public CancellationToken Cancellation { get; init; }

    public PolicyCase Case => made ??= new PolicyCase(root!);

    /// <summary>The Id of a standard.</summary>
    public string IdOf(short standard) => Standards![standard].Id;

    /// <summary>The standards, where rules are told of breaches.</summary>
    public Standard[]? Standards { get; init; }

    /// <summary>The calendars and the like that rules share.</summary>
    public PlanSettings Settings { get; }

    /// <summary>The stretch of time for which recurring findings are wanted.</summary>
    public Span Window { get; }

    /// <summary>How many cells the free rules wrote; they stand first.</summary>
    public int FreeEnd { get; set; }

    /// <summary>Sets of missing inputs, and classes, that cells refer to.</summary>
    public List<object> Details { get; }

    /// <summary>What rules found impossible about the facts.</summary>
    public FactProblems Problems;

    /// <summary>What is impossible from an instant on; what came before was possible (S28).</summary>
    public IReadOnlyList<(Instant From, FactProblem Problem)> ProblemsFrom
    {
        get => (IReadOnlyList<(Instant From, FactProblem Problem)>?)problemsFrom ?? [];
        init => problemsFrom = [.. value];
    }

    public void ProblemFrom(Instant from, IFact fact, string property, string message) => (problemsFrom ??= []).Add((from, FactProblems.Of(fact, property, message)));

    /// <summary>Throws what is impossible at an instant.</summary>
    public void ThrowIfImpossible(Instant at)
    {
        FactProblem[] problems = [.. ProblemsFrom.Where(problem => problem.From <= at).Select(problem => problem.Problem).Distinct()];
        if (problems.Length > 0)
        {
            throw new InvalidFactException(problems);
        }
    }

    /// <summary>Whether a rule with recurring findings spoke, so that nothing is known beyond the window.</summary>
    public bool Windowed { get; set; }

    public TraceRecorder? Trace { get; set; }

    public IFact Fact(int subject) => instead is not null && instead.TryGetValue(subject, out IFact? other) ? other : matched is not null ? matched[subject] : made is null ? root! : made.Facts[subject];

    /// <summary>Has another fact stand for one of the case, such as one of which more is known; for the fact itself again where it is null.</summary>
    public void Stand(int subject, IFact? other)
    {
        if (other is null)
        {
            instead!.Remove(subject);
            instead = instead.Count == 0 ? null : instead;
        }
        else
        {
            (instead ??= [])[subject] = other;
        }
    }

    /// <summary>Whether nobody knows an input of a fact, or of what is matched with it.</summary>
    public bool IsUnknown(int subject, object? second, string name) =>
        IsUnknown(Fact(subject), name) || (second is IFact other ? IsUnknown(other, name) : second is IEnumerable many && many.OfType<IFact>().Any(fact => IsUnknown(fact, name)));

    /// <summary>All inputs of a fact, and of what is matched with it, that nobody knows.</summary>
    public IEnumerable<string> UnknownOf(int subject, object? second) => (second is IEnumerable many ? many.OfType<IFact>() : [])
        .Concat(second is IFact other ? [other] : []).Prepend(Fact(subject))
        .SelectMany(fact => FactInputs.Of(fact).All.Where(input => input.CanSayUnknown && input.IsUnknown(fact)).Select(input => input.Name));

    public int Detail(object value)
    {
        Details.Add(value);
        return Details.Count;
    }

    public int Unite(int doubt, InputSet? inputs) => inputs is null ? doubt : doubt == 0 ? Detail(inputs) : Unite(doubt, Detail(inputs));

    public InputSet? Inputs(int detail) => detail == 0 ? null : (InputSet)Details[detail - 1];

    public int Unite(int left, int right)
    {
        if (left == 0 || right == 0 || left == right)
        {
            return left | right;
        }

        InputSet first = (InputSet)Details[left - 1], united = first.Union((InputSet)Details[right - 1]);
        return ReferenceEquals(united, first) ? left : Detail(united);
    }

    public bool SameDetail(int left, int right) => left == right || (left != 0 && right != 0 && Details[left - 1].Equals(Details[right - 1]));

    public string? Class(in Cell cell) => cell.Detail == 0 ? null : Details[cell.Detail - 1] as string;

    /// <summary>Whether a standard already spoke of a subject; the rules of one standard run together.</summary>
    public bool SpokeBefore(short standard, int subject)
    {
        if (matched is not null)
        {
            return false;
        }

        if (IsCompleting)
        {
            return false;
        }

        bool before = spoken[subject] == standard + 1;
        spoken[subject] = (short)(standard + 1);
        if (before && Repeated.Add((standard, subject)))
        {
            Together.Add((standard, subject));
        }

        return before;
    }

    /// <summary>The standards and subjects of which more than one finding may touch.</summary>
    public HashSet<(short Standard, int Subject)> Repeated => field ??= [];

    /// <summary>When a standard may forbid something of a subject, where what cannot be told goes on longer than that.</summary>
    public List<(short Standard, int Subject, Span When)> MayForbid => field ??= [];

    /// <summary>The standards and subjects of which something cannot be told.</summary>
    public HashSet<(short Standard, int Subject)> Doubted => field ??= [];

    /// <summary>Whether rules are run on what facts may be, rather than on what they are.</summary>
    public bool IsCompleting { get; set; }

    /// <summary>The only rules that are run, where another engine matched some.</summary>
    public CompiledRule[]? Rules { get; init; }

    /// <summary>The rules of a standard that are run.</summary>
    public CompiledRule[] RulesOf(short standard) => Rules ?? plan!.RulesOf(standard);

    /// <summary>Whether anything could not be told.</summary>
    public bool SawDoubt { get; private set; }

    /// <summary>Those of both that the rules running now spoke of, to be worked out together when all of a standard's rules have spoken.</summary>
    public List<(short Standard, int Subject)> Together => field ??= [];

    public void Doubt(short standard, int subject)
    {
        SawDoubt = true;
        if (!IsCompleting && matched is null && Doubted.Add((standard, subject)) && Repeated.Add((standard, subject)))
        {
            Together.Add((standard, subject));
        }
    }

    /// <summary>Says where the cells stand that others may ask for.</summary>
    public void Wrote(int slot, int start, int end) => ranges[slot] = (start, end);

    /// <summary>Says where the cells stand that the free rules wrote about a fact.</summary>
    public void Spoke(int subject, int start, int end) => (free ??= new (int, int)[Case.Facts.Length])[subject] = (start, end);

    /// <summary>Where cells of a standard about a subject, or about anything, stand among others: what its own rules wrote.</summary>
    public Positions Own(short standard, int about, ReadOnlySpan<Cell> cells)
    {
        if (plan is null || consumed != None)
        {
            return new Positions(0, consumed);
        }

        int slot = plan.SlotsOf[standard].Own;
        if (slot != Plan.Free)
        {
            return Of(slot, about, cells);
        }

        if (free is null)
        {
            return default;
        }

        return about == Anything
            ? (byStandard ??= CellIndex.ByStandard(plan.Standards.Length, 0, FreeEnd, cells)).Of(standard)
            : new Positions(free[about].Start, free[about].End);
    }

    /// <summary>As <see cref="Own"/>, what the settlement of its claims wrote.</summary>
    public Positions Settled(short standard, int about, ReadOnlySpan<Cell> cells) => plan is null || consumed != None ? default : Of(plan.SlotsOf[standard].Settled, about, cells);

    /// <summary>Whether a cell is of a standard and about a subject, or about anything.</summary>
    public static bool Is(in Cell cell, short standard, int about) => cell.Standard == standard && (about == Anything || cell.Subject == about);

    /// <summary>The links that two keys make, if they were made before.</summary>
    public KeyLinks? Links(object key, object otherKey)
    {
        if (lastLinks.Key == key && lastLinks.OtherKey == otherKey)
        {
            return lastLinks.Links;
        }

        foreach ((object Key, object OtherKey, KeyLinks Links) made in links ?? [])
        {
            if (made.Key == key && made.OtherKey == otherKey)
            {
                lastLinks = made;
                return made.Links;
            }
        }

        return null;
    }

    public KeyLinks Add(object key, object otherKey, KeyLinks made)
    {
        lastLinks = (key, otherKey, made);
        (links ??= []).Add((key, otherKey, made));
        return made;
    }

    private static bool IsUnknown(IFact fact, string name) => FactInputs.Of(fact).Find(name)?.IsUnknown(fact) == true;

    private Positions Of(int slot, int about, ReadOnlySpan<Cell> cells)
    {
        if (slot < 0)
        {
            return default;
        }

        (int start, int end) = ranges[slot];
        return about == Anything || end - start <= Few ? new Positions(start, end) : ((bySubject ??= new CellIndex?[ranges.Length])[slot] ??= CellIndex.BySubject(Case.Facts.Length, start, end, cells)).Of(about);
    }
}

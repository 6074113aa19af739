using System.Runtime.InteropServices;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>What one evaluation needs beyond its findings: the case, what is rare in findings, and the indexes of joins.</summary>
internal sealed class Evaluation
{
    private readonly Plan? plan;
    private readonly (int Start, int End)[] ranges = [];
    private readonly short[] spoken = [];
    private readonly IFact? root;
    private readonly IFact[]? matched;
    private Dictionary<object, KeyIndex>? indexes;
    private SubjectIndex?[]? bySubject;
    private PolicyCase? made;

    /// <summary>The evaluation of one fact, at an instant.</summary>
    public Evaluation(IFact root, PlanSettings settings)
    {
        this.root = root;
        Settings = settings;
        Details = [];
    }

    /// <summary>The evaluation of a case over its whole timeline.</summary>
    public Evaluation(Plan plan, PolicyCase @case, Span window, TraceRecorder? trace = null)
    {
        this.plan = plan;
        Settings = plan.Settings;
        made = @case;
        Details = [];
        Window = window;
        Trace = trace;
        spoken = new short[@case.Facts.Length];
        ranges = new (int, int)[plan.Nodes.Length];
    }

    /// <summary>The evaluation of one match that another engine made, with the findings that the rule consumes standing first.</summary>
    public Evaluation(PlanSettings settings, IFact first, IFact? second, Span window, int consumed, List<object> details)
    {
        Settings = settings;
        matched = second is null ? [first] : [first, second];
        root = first;
        Window = window;
        Details = details;
        if (consumed > 0)
        {
            ranges = [(0, consumed)];
        }
    }

    public PolicyCase Case => made ??= new PolicyCase(root!);

    /// <summary>The calendars and the like that rules share.</summary>
    public PlanSettings Settings { get; }

    /// <summary>The stretch of time for which recurring findings are wanted.</summary>
    public Span Window { get; }

    /// <summary>Sets of missing inputs, and classes, that cells refer to.</summary>
    public List<object> Details { get; }

    /// <summary>What rules found impossible about the facts.</summary>
    public FactProblems Problems;

    /// <summary>Whether a rule with recurring findings spoke, so that nothing is known beyond the window.</summary>
    public bool Windowed { get; set; }

    public TraceRecorder? Trace { get; }

    public IFact Fact(int subject) => matched is not null ? matched[subject] : made is null ? root! : made.Facts[subject];

    public int Detail(object value)
    {
        Details.Add(value);
        return Details.Count;
    }

    public int Unite(int doubt, InputSet inputs) => doubt == 0 ? Detail(inputs) : Unite(doubt, Detail(inputs));

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

        bool before = spoken[subject] == standard + 1;
        spoken[subject] = (short)(standard + 1);
        if (before)
        {
            Repeated.Add((standard, subject));
        }

        return before;
    }

    /// <summary>The standards and subjects of which more than one finding may touch.</summary>
    public HashSet<(short Standard, int Subject)> Repeated => field ??= [];

    public void Entered(int node, int start) => ranges[node] = (start, start);

    public void Left(int node, int end) => ranges[node].End = end;

    /// <summary>Where the cells of a node stand.</summary>
    public (int Start, int End) Range(int node) => ranges[node];

    /// <summary>The positions of the cells of a node that are about one subject; built in linear time when first asked for.</summary>
    public ReadOnlySpan<int> About(int node, int subject, ReadOnlySpan<Cell> cells)
    {
        bySubject ??= new SubjectIndex?[ranges.Length];
        SubjectIndex index = bySubject[node] ??= GroupBySubject(ranges[node].Start, ranges[node].End, cells);
        return index.Order.AsSpan(index.Offsets[subject], index.Offsets[subject + 1] - index.Offsets[subject]);
    }

    /// <summary>The index of a join, built when first asked for.</summary>
    public KeyIndex Index<TJoin>(TJoin join, Func<TJoin, PolicyCase, KeyIndex> build)
        where TJoin : class
    {
        ref KeyIndex? index = ref CollectionsMarshal.GetValueRefOrAddDefault(indexes ??= [], join, out _);
        return index ??= build(join, Case);
    }

    /// <summary>The nodes that produce the findings of a standard: its own, and the settlement of its claims; −1 for none.</summary>
    public (int Own, int Settled) NodesOf(short standard) => plan is null ? (ranges.Length - 1, -1) : plan.NodesOf[standard];

    private SubjectIndex GroupBySubject(int start, int end, ReadOnlySpan<Cell> cells)
    {
        int[] offsets = new int[matched is null ? Case.Facts.Length + 1 : MatchRunner.Subjects + 1];
        foreach (ref readonly Cell cell in cells[start..end])
        {
            offsets[cell.Subject + 1]++;
        }

        for (int i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        int[] order = new int[end - start];
        int[] free = offsets[..^1];
        for (int i = start; i < end; i++)
        {
            order[free[cells[i].Subject]++] = i;
        }

        return new SubjectIndex(offsets, order);
    }

    private sealed class SubjectIndex(int[] offsets, int[] order)
    {
        public int[] Offsets { get; } = offsets;

        public int[] Order { get; } = order;
    }
}

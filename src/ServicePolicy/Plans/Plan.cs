using System.Collections.Concurrent;
using System.Numerics;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Plans;

/// <summary>Rule sets made ready to run: immutable, safe to share, straight through without a working memory.</summary>
internal sealed class Plan
{
    /// <summary>In place of a slot: no rule writes it, or nobody asks for it.</summary>
    public const int NoSlot = -1;

    /// <summary>In place of a slot: the free rules write it, fact by fact.</summary>
    public const int Free = -2;

    private const int ScratchLength = 16;

    [ThreadStatic]
    private static Cell[]? spare;

    private static readonly Duration DefaultWindow = Duration.FromDays(400);
    private readonly ConcurrentDictionary<Type, TypeEntry> entries = [];
    private readonly PlanNode?[] nodeOf;
    private FactProgram? last;
    private ITimelineSource? elsewhere;

    public Plan(Standard[] standards, PlanNode[] nodes, (int Own, int Settled)[] slotsOf, int slots, PolicyVersion version, PlanSettings settings)
    {
        Settings = settings;
        Standards = standards;
        Nodes = nodes;
        SlotsOf = slotsOf;
        Slots = slots;
        nodeOf = new PlanNode?[standards.Length];
        foreach (PlanNode node in nodes)
        {
            if (node.Standard is { } standard)
            {
                nodeOf[standard] = node;
            }
        }

        Version = version;
    }

    /// <summary>All standards, by Id; cells refer to them by position.</summary>
    public Standard[] Standards { get; }

    public PlanNode[] Nodes { get; }

    /// <summary>Where evaluations note what others may ask for: what a standard's own rules wrote, and the settlement of its claims.</summary>
    public (int Own, int Settled)[] SlotsOf { get; }

    /// <summary>How many such places there are.</summary>
    public int Slots { get; }

    public PolicyVersion Version { get; }

    /// <summary>What requests are about, beside themselves.</summary>
    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    public PlanSettings Settings { get; }

    /// <summary>The rules of a standard; none where it has none, or they are switched off.</summary>
    public CompiledRule[] RulesOf(short standard)
    {
        PlanNode? node = nodeOf[standard];
        return node is null ? [] : node.Rules;
    }

    /// <summary>The variant of the rule that is a part of a clause; parts are numbered as the rules stand, from one.</summary>
    public string? PartOf(short standard, short part) => RulesOf(standard)[part - 1].Rule.Variant;

    /// <summary>How much a finding of a part of a clause matters.</summary>
    public Severity SeverityOf(short standard, short part) =>
        part > 0 && nodeOf[standard] is { IsGraded: true } node && node.Rules[part - 1].Rule.Severity is { } own ? own : Standards[standard].Severity;

    /// <summary>Whether any rule looks at a kind of facts.</summary>
    public bool LooksAt(Type type) => Array.Exists(Nodes, node => node.Concerns(type));

    /// <summary>Has another engine run the rules; facts alone are then decided as cases too.</summary>
    public void RunElsewhere(ITimelineSource engine)
    {
        elsewhere = engine;
    }

    /// <summary>The same plan, which runs its rules itself.</summary>
    public Plan Itself()
    {
        Plan own = (Plan)MemberwiseClone();
        own.elsewhere = null;
        return own;
    }

    /// <summary>The stretch for which recurring findings are worked out when a host names none.</summary>
    public static Span WindowFrom(Instant asOf) => new(asOf, asOf <= Instant.MaxValue - DefaultWindow ? asOf + DefaultWindow : Instant.MaxValue);

    /// <summary>Room for cells that nobody else uses until it is given back.</summary>
    public static Cell[] Borrow()
    {
        Cell[] cells = spare ?? new Cell[ScratchLength];
        spare = null;
        return cells;
    }

    /// <summary>Gives room back that was borrowed, or what it grew to.</summary>
    public static void GiveBack(Cell[] cells) => spare = cells;

    public PolicyDecision Decide(IFact fact, Instant asOf, CancellationToken cancellation = default)
    {
        FindingSink to = new(this, Borrow(), fact, asOf);
        try
        {
            if (!TryRun(fact, ref to))
            {
                return DecideWhole(new PolicyCase(fact), asOf, cancellation);
            }

            int held = CountHeld(ref to, asOf, out Instant next, out PolicyOutcome outcome);
            Cell[] cells = held == 0 ? [] : GC.AllocateUninitializedArray<Cell>(held);
            Slice.CopyHeld(to.Cells, asOf, cells);
            return new PolicyDecision(this, fact, to.Details, cells, asOf, NextChange.AtOrNever(next), outcome);
        }
        finally
        {
            GiveBack(to.Scratch);
        }
    }

    public PolicyDecision Decide(PolicyCase @case, Instant asOf, CancellationToken cancellation = default) =>
        @case.Facts.Length == 1 ? Decide(@case.Root, asOf, cancellation) : DecideWhole(@case, asOf, cancellation);

    /// <summary>Decides a fact alone into the caller's buffer, without allocating where nothing rare is met.</summary>
    public void Decide(IFact fact, Instant asOf, FindingBuffer buffer)
    {
        FindingSink to = new(this, buffer.Room, fact, asOf);
        if (TryRun(fact, ref to))
        {
            int held = CountHeld(ref to, asOf, out Instant next, out PolicyOutcome outcome);
            Span<Cell> cells = buffer.Begin(held);
            Slice.CopyHeld(to.Cells, asOf, cells);
            buffer.End(this, fact, to.Details, asOf, NextChange.AtOrNever(next), outcome);
        }
        else
        {
            PolicyDecision decision = DecideWhole(new PolicyCase(fact), asOf, default);
            decision.Cells.CopyTo(buffer.Begin(decision.Cells.Length));
            buffer.End(this, decision.Facts, decision.Details, asOf, decision.NextChange, decision.Outcome);
        }
    }

    public PolicyTimeline Timeline(PolicyCase @case, Span window, TraceRecorder? trace = null, CancellationToken cancellation = default)
    {
        @case.ThrowIfImpossible();
        if (elsewhere is not null && trace is null)
        {
            return elsewhere.Timeline(@case, window);
        }

        CaseEvaluation evaluation = new(this, @case, window, trace) { Cancellation = cancellation };
        FindingSink to = new(evaluation, Borrow());
        try
        {
            Run(ref to);
            Span<Cell> cells = Canonical.Of(to.Written, evaluation, to.Repeated, out int plain);
            return new PolicyTimeline(this, evaluation, cells.ToArray(), plain);
        }
        finally
        {
            GiveBack(to.Scratch);
        }
    }

    /// <summary>Decides a case without writing what does not hold and nobody asks for; where that cannot be told beforehand, by way of the timeline.</summary>
    private PolicyDecision DecideWhole(PolicyCase @case, Instant asOf, CancellationToken cancellation)
    {
        Span window = WindowFrom(asOf);
        if (elsewhere is not null)
        {
            return Timeline(@case, window, cancellation: cancellation).At(asOf);
        }

        @case.ThrowIfImpossible();
        CaseEvaluation evaluation = new(this, @case, window) { Cancellation = cancellation };
        FindingSink to = new(evaluation, Borrow(), asOf);
        try
        {
            Run(ref to);
            if (!to.Lost)
            {
                return Slice.Decide(this, evaluation, Canonical.Of(to.Written, evaluation, to.Repeated, out int plain), plain, asOf, to.Next);
            }
        }
        finally
        {
            GiveBack(to.Scratch);
        }

        HashSet<short> repeated = [.. evaluation.Repeated.Except(evaluation.Doubted).Select(spoken => spoken.Standard)];
        foreach (CompiledRule rule in repeated.SelectMany(RulesOf))
        {
            rule.Repeats();
        }

        return Timeline(@case, window, cancellation: cancellation).At(asOf);
    }

    private void Run(ref FindingSink to)
    {
        CaseEvaluation evaluation = to.Evaluation;
        Span<ulong> concerned = stackalloc ulong[Words];
        foreach (Type type in evaluation.Case.Types)
        {
            TypeEntry entry = EntryOf(type);
            entry.Program?.RunCase(ref to);
            for (int word = 0; word < concerned.Length; word++)
            {
                concerned[word] |= entry.Nodes[word];
            }
        }

        evaluation.FreeEnd = to.Count;
        for (int word = 0; word < concerned.Length; word++)
        {
            for (ulong rest = concerned[word]; rest != 0; rest &= rest - 1)
            {
                evaluation.Cancellation.ThrowIfCancellationRequested();
                Nodes[(word * 64) + BitOperations.TrailingZeroCount(rest)].Run(ref to);
            }
        }

        evaluation.Problems.ThrowIfAny();
    }

    private int Words => (Nodes.Length + 63) / 64;

    /// <summary>What looks at a fact type, made ready when the first such fact comes.</summary>
    private TypeEntry EntryOf(Type type) => entries.TryGetValue(type, out TypeEntry? entry) ? entry : entries.GetOrAdd(type, MakeEntry);

    private TypeEntry MakeEntry(Type type)
    {
        FactProgram? program = null;
        ulong[] nodes = new ulong[Words];
        for (int i = 0; i < Nodes.Length; i++)
        {
            PlanNode node = Nodes[i];
            if (!node.Concerns(type))
            {
                continue;
            }

            nodes[i / 64] |= node.IsFree ? 0 : 1ul << i;
            foreach (CompiledRule rule in node.Rules)
            {
                if (rule.Rule.First == type)
                {
                    program ??= rule.NewProgram();
                    rule.AddTo(program);
                }
            }
        }

        program?.Seal();
        return new TypeEntry(program, nodes);
    }

    private static int CountHeld(ref FindingSink to, Instant asOf, out Instant next, out PolicyOutcome outcome)
    {
        if (to.KeptAny)
        {
            return Slice.CountHeld(to.Cells, asOf, to.Next, out next, out outcome);
        }

        next = to.Next;
        outcome = Kinds.Worst(to.Cells);
        return to.Count;
    }

    /// <summary>Runs the program of a fact alone; false where only a case gives an exact answer.</summary>
    private bool TryRun(IFact fact, ref FindingSink to)
    {
        FactProblems problems = default;
        problems.CheckFact(fact);
        problems.ThrowIfAny();
        FactProgram? program = last;
        if (program is null || program.Type != fact.GetType())
        {
            program = EntryOf(fact.GetType()).Program;
            if (program is null)
            {
                return true;
            }

            last = program;
        }

        if (program.NeedsCase || elsewhere is not null)
        {
            return false;
        }

        program.Run(fact, ref to);
        to.ThrowIfImpossible();
        return !to.Repeated && !to.IsWindowed;
    }

    /// <summary>What looks at facts of a type: a program for each fact, where any rule needs no more, and the nodes that run over the case, a bit each.</summary>
    private sealed record TypeEntry(FactProgram? Program, ulong[] Nodes);
}

using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Evaluation;

/// <summary>Takes what the bodies of rules find, in one run of a plan.</summary>
/// <remarks>
/// Lives on the stack of one evaluation; bodies reach it through a <see cref="Rules.FindingWriter"/>. At an instant it keeps what holds then and folds
/// the other boundaries into the next change; over a timeline it keeps everything. A body sees no difference: it says what holds when.
/// </remarks>
internal partial struct FindingSink
{
    private readonly Instant at;
    private readonly bool atInstant;
    private readonly Plan? plan;
    private Cell[] cells;
    private int count;
    private Instant next;
    private Span clip;
    private bool clipped;
    private bool keep;
    private bool keptAny;
    private bool repeated;
    private bool lost;
    private bool claiming;
    private short standard;
    private short part;
    private short lastYielded;
    private int subject;
    private int known;
    private Func<InputSet?>? unnamed;
    private ulong seen;
    private CaseEvaluation? evaluation;
    private readonly WarningLadder?[]? ladders;
    private ClockCount? running;

    /// <summary>A sink that keeps what holds of a fact alone at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FindingSink(Plan plan, Cell[] scratch, IFact root, Instant at)
    {
        cells = scratch;
        this.plan = plan;
        Root = root;
        this.at = at;
        atInstant = true;
        next = Instant.MaxValue;
        lastYielded = -1;
        ladders = plan.Settings.LadderOf;
    }

    /// <summary>A sink that keeps what a case comes to at <paramref name="at"/>.</summary>
    public FindingSink(CaseEvaluation evaluation, Cell[] scratch, Instant at)
        : this(evaluation, scratch)
    {
        this.at = at;
        atInstant = true;
    }

    /// <summary>A sink that keeps a whole timeline.</summary>
    public FindingSink(CaseEvaluation evaluation, Cell[] scratch)
    {
        cells = scratch;
        this.evaluation = evaluation;
        Root = evaluation.Case.Root;
        ladders = evaluation.Settings.LadderOf;
        next = Instant.MaxValue;
        lastYielded = -1;
    }

    /// <summary>The instant from which the consumed findings let the rule speak; the beginning of time where it consumes none.</summary>
    public readonly Instant Since => clipped ? clip.Start : Instant.MinValue;

    public IFact Root { get; }

    /// <summary>Whether the rule that speaks is in doubt whether it applies.</summary>
    private readonly bool IsDoubtful => known != 0 || unnamed is not null;

    /// <summary>The inputs for want of which it is, named when first something comes of it.</summary>
    private int Doubt
    {
        get
        {
            if (unnamed is { } name)
            {
                unnamed = null;
                known = Evaluation.Unite(known, name());
            }

            return known;
        }
    }

    /// <summary>What the rule that speaks has matched with its first fact: a fact, or facts.</summary>
    public object? Second { readonly get; set; }

    /// <summary>The standards of whose breaches the rule that speaks is told.</summary>
    public short[]? BreachesOf { readonly get; set; }

    public readonly ReadOnlySpan<Cell> Cells => cells.AsSpan(0, count);

    /// <summary>The cells, to be brought into canonical order in place.</summary>
    public readonly Span<Cell> Written => cells.AsSpan(0, count);

    /// <summary>Where the cells stand, which may be another place than at first.</summary>
    public readonly Cell[] Scratch => cells;

    public readonly int Count => count;

    /// <summary>The first instant after the sink's at which a boundary was dropped.</summary>
    public readonly Instant Next => next;

    /// <summary>Whether one standard yielded more than once of a subject, or could not tell, so that what it says comes from all of it together.</summary>
    public readonly bool Repeated => repeated;

    /// <summary>Whether one did of which only what holds at the instant was kept, so that the whole has to be worked out.</summary>
    public readonly bool Lost => lost;

    /// <summary>Whether there may be cells that do not hold at the sink's instant.</summary>
    public readonly bool KeptAny => keptAny;

    /// <summary>Whether a rule with recurring findings spoke.</summary>
    public readonly bool IsWindowed => evaluation is { Windowed: true };

    public readonly bool IsAlone => plan is not null;

    public readonly List<object>? Details => evaluation?.Details;

    /// <summary>The whole evaluation, made when something rare first needs it.</summary>
    public CaseEvaluation Evaluation => evaluation ??= new CaseEvaluation(Root, plan!.Settings);

    /// <summary>An obligation that runs from <paramref name="from"/>, is due at the limit, and is met by <paramref name="until"/>.</summary>
    public void Limit(Instant from, TimeLimit within, Occurrence until, string input)
    {
        if (IsDoubtful || until.IsUnknown || ladders is not null)
        {
            Live(Life.Of(from, within, until), InputNames.In(input));
            return;
        }

        Yielded();
        bool done = until.TryGetInstant(out Instant doneAt);
        bool bounded = from <= within.LatestStart;
        if (done && doneAt < from)
        {
            doneAt = from;
        }

        if (bounded && atInstant && !keep && !clipped)
        {
            LimitNow(from, within, done, doneAt);
            return;
        }

        Instant due = bounded ? from + within.Length : Instant.MaxValue;
        Instant warn = bounded ? from + within.WarnAfter : Instant.MaxValue;
        CellParts parts = CellParts.From | CellParts.Limit | (bounded ? CellParts.Due : 0) | (done ? CellParts.Done : 0);
        Segments(parts, from, within.Length, warn, due, done, doneAt);
    }

    /// <summary>What becomes of a duty of which anything may be known to a range only; the inputs stand in the expressions that made it.</summary>
    public void Live(in Life life, InputNames inputs)
    {
        if (life.IsNever)
        {
            return;
        }

        Yielded();
        if (!IsDoubtful && life.IsKnown)
        {
            bool done = life.Until.TryGetInstant(out Instant doneAt);
            Segments(life.Parts, life.From.From, life.Limit, life.FirstWarning, life.FirstDue, done, done ? Instant.Max(doneAt, life.From.From) : default, life.IsViolation);
            if (ladders is not null)
            {
                Warn(life, inputs);
            }

            return;
        }

        int detail = 0;
        foreach ((Instant start, Instant end, Possible possible) in life.Stages())
        {
            if (!IsDoubtful && possible.IsOne())
            {
                (FindingKind kind, FindingState state) = Life.Saying(possible);
                ref Cell cell = ref Take(start, end);
                if (!Unsafe.IsNullRef(ref cell))
                {
                    Write(ref cell, kind, state, life.Parts, life.From.From, life.Limit, life.FirstDue, life.Until.From);
                }
            }
            else if (possible.IsOne())
            {
                // In doubt only whether it is said at all.
                PerhapsMargin(start, end, possible | Possible.Nothing, Doubt, life);
            }
            else
            {
                detail = detail == 0 ? Detail(inputs) : detail;
                PerhapsMargin(start, end, possible | (IsDoubtful ? Possible.Nothing : 0), detail, life);
            }
        }

        if (ladders is not null)
        {
            Warn(life, inputs);
        }
    }

    /// <summary>Something that holds from an event on, or until one; where the event is known to a range, so is that.</summary>
    public void Put(FindingKind kind, Occurrence from, Instant until, InputNames inputs, string? @class = null, Money? amount = null, Possible sayable = Possible.None)
    {
        if (from.Kind == OccurrenceKind.NotHappened)
        {
            return;
        }

        Possible possible = sayable == Possible.None ? PossibleExtensions.Of(kind, FindingState.None) : sayable;
        Instant surely = from.MayBeAbsent ? Instant.MaxValue : from.To;
        if (from.From < surely && from.From < until)
        {
            Perhaps(from.From, Instant.Min(surely, until), possible | Possible.Nothing, Detail(inputs), amount);
        }

        if (surely < Instant.MaxValue || from.Kind == OccurrenceKind.Happened)
        {
            Put(kind, kind == FindingKind.Obligation ? FindingState.Met : FindingState.None, surely, until, @class, amount);
        }
    }

    /// <summary>Something that holds during a stretch of time.</summary>
    public void Put(FindingKind kind, FindingState state, Instant start, Instant end, string? @class = null, Money? amount = null)
    {
        Yielded();
        if (IsDoubtful)
        {
            Perhaps(start, end, PossibleExtensions.Of(kind, state) | Possible.Nothing, Doubt, amount);
            return;
        }

        ref Cell cell = ref Take(start, end);
        if (Unsafe.IsNullRef(ref cell))
        {
            return;
        }

        Fill(ref cell, kind, state);
        if (@class is not null)
        {
            cell.Detail = Evaluation.Detail(@class);
        }

        if (amount is { } money)
        {
            cell.Parts = CellParts.Amount;
            cell.Amount = money.Amount;
            cell.Currency = money.Currency.Packed;
        }
    }

    /// <summary>Something that is so during some stretches of time, and cannot be told during others.</summary>
    public void Put(FindingKind kind, Truth truth, string? @class = null)
    {
        foreach (ref readonly Stretch stretch in truth.Stretches)
        {
            if (stretch.Missing is null)
            {
                Put(kind, FindingState.None, stretch.Start, stretch.End, @class);
            }
            else
            {
                Perhaps(stretch.Start, stretch.End, PossibleExtensions.Of(kind, FindingState.None) | Possible.Nothing, Evaluation.Unite(Doubt, Unknown(stretch.Missing)));
            }
        }
    }

    /// <summary>The customer is owed money; a claim where several clauses may pay for one charge.</summary>
    public void Owe(Occurrence from, Instant until, Money amount, InputNames inputs)
    {
        FindingKind kind = claiming ? Kinds.Claim : FindingKind.Entitlement;
        Instant surely = from.Kind == OccurrenceKind.NotHappened || from.MayBeAbsent ? Instant.MaxValue : from.To;
        if (from.Kind != OccurrenceKind.NotHappened && from.From < surely && from.From < until)
        {
            Perhaps(from.From, Instant.Min(surely, until), Possible.Entitlement | Possible.Nothing, Detail(inputs), amount);
        }

        if (surely < until)
        {
            Put(kind, FindingState.Owed, surely, until, amount: amount);
        }
    }

    /// <summary>Met or violated from an event on, by what is or is not so.</summary>
    public void Demand(Occurrence at, YesNo answer, InputNames inputs)
    {
        if (at.Kind == OccurrenceKind.NotHappened)
        {
            return;
        }

        Possible possible = answer switch { YesNo.Yes => Possible.Met, YesNo.No => Possible.Violated, _ => Possible.Met | Possible.Violated };
        if (possible.IsOne())
        {
            FindingKind kind = answer == YesNo.Yes ? FindingKind.Obligation : FindingKind.Violation;
            Put(kind, at, Instant.MaxValue, inputs, sayable: possible);
            return;
        }

        Instant surely = at.MayBeAbsent ? Instant.MaxValue : at.To;
        int detail = Detail(inputs);
        Perhaps(at.From, surely, possible | Possible.Nothing, detail);
        Perhaps(surely, Instant.MaxValue, IsDoubtful ? possible | Possible.Nothing : possible, detail);
    }

    /// <summary>Cannot be told during a stretch of time, because inputs are missing.</summary>
    public void Untold(Instant start, Instant end, InputSet inputs, Possible possible = Possible.Anything)
    {
        Perhaps(start, end, possible, Evaluation.Unite(Doubt, inputs));
    }

    /// <summary>The periods of a recurring finding that reach into the wanted stretch of time; the decision says that it looked no further.</summary>
    public Interval WantedWindow()
    {
        Evaluation.Windowed = true;
        return (IsAlone ? Plan.WindowFrom(at) : Evaluation.Window).ToInterval();
    }

    public void Impossible(string property, string message) => Evaluation.Problems.Add(Evaluation.Fact(subject), property, message);

    /// <summary>An event that begins something; where it is known to a range only, it is not before the fact came to be.</summary>
    public Occurrence Begin(Occurrence from) =>
        from.IsUnknown ? from.NotBefore(Evaluation.Fact(subject).OpenedAt) : from;

    /// <summary>The inputs that a doubt is about: those that the expressions read and nobody knows, and those in doubt already.</summary>
    private int Detail(InputNames inputs)
    {
        InputSet? missing = inputs.Missing(Evaluation, subject, Second);
        return missing is null && !IsDoubtful ? Evaluation.Unite(0, inputs.All) : Evaluation.Unite(Doubt, missing);
    }

    /// <summary>Those inputs that nobody knows of the facts matched; all, where none of them is a property that may be unknown.</summary>
    private readonly InputSet Unknown(InputSet inputs)
    {
        CaseEvaluation run = evaluation!;
        (int about, object? second) = (subject, Second);
        string[] unknown = [.. inputs.Names.Where(name => run.IsUnknown(about, second, name))];
        return unknown.Length == 0 ? inputs : InputSet.Of(unknown);
    }
}

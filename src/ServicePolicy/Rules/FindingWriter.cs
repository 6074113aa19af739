using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>Where the body of a rule puts its findings.</summary>
/// <remarks>
/// Lives on the stack of one evaluation. At an instant it keeps what holds then and folds the other boundaries into the next
/// change; over a timeline it keeps everything. A body sees no difference: it says what holds when.
/// </remarks>
public ref partial struct FindingWriter
{
    private readonly Instant at;
    private readonly bool atInstant;
    private Span<Cell> cells;
    private Cell[]? rented;
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
    private short lastYielded;
    private int subject;
    private int doubt;
    private ulong seen;
    private readonly Plan? plan;
    private Evaluation? evaluation;

    /// <summary>A writer that keeps what holds at <paramref name="at"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FindingWriter(Plan plan, Span<Cell> scratch, IFact root, Instant at)
    {
        cells = scratch;
        this.plan = plan;
        Root = root;
        this.at = at;
        atInstant = true;
        next = Instant.MaxValue;
        lastYielded = -1;
    }

    /// <summary>A writer that keeps what a case comes to at <paramref name="at"/>.</summary>
    internal FindingWriter(Evaluation evaluation, Instant at)
        : this(evaluation)
    {
        this.at = at;
        atInstant = true;
    }

    /// <summary>A writer that keeps a whole timeline.</summary>
    internal FindingWriter(Evaluation evaluation)
    {
        this.evaluation = evaluation;
        Root = evaluation.Case.Root;
        next = Instant.MaxValue;
        lastYielded = -1;
    }

    /// <summary>The instant from which the consumed findings let the rule speak; the beginning of time where it consumes none.</summary>
    public readonly Instant Since => clipped ? clip.Start : Instant.MinValue;

    internal IFact Root { get; }

    internal readonly ReadOnlySpan<Cell> Cells => cells[..count];

    /// <summary>The cells, to be brought into canonical order in place.</summary>
    internal readonly Span<Cell> Written => cells[..count];

    internal readonly int Count => count;

    /// <summary>The first instant after the writer's at which a boundary was dropped.</summary>
    internal readonly Instant Next => next;

    /// <summary>Whether one standard yielded more than once, so that boundaries may cancel out and must be compared.</summary>
    internal readonly bool Repeated => repeated;

    /// <summary>Whether one did of which only what holds at the instant was kept, so that there is nothing to compare with.</summary>
    internal readonly bool Lost => lost;

    /// <summary>Whether there may be cells that do not hold at the writer's instant.</summary>
    internal readonly bool KeptAny => keptAny;

    /// <summary>Whether a rule with recurring findings spoke.</summary>
    internal readonly bool IsWindowed => evaluation is { Windowed: true };

    internal readonly bool IsAlone => plan is not null;

    internal readonly List<object>? Details => evaluation?.Details;

    /// <summary>The whole evaluation, made when something rare first needs it.</summary>
    internal Evaluation Evaluation => evaluation ??= new Evaluation(Root, plan!.Settings);

    /// <summary>An obligation that runs from <paramref name="from"/>, is due at the limit, and is met by <paramref name="until"/>.</summary>
    public void Limit(Instant from, TimeLimit within, Occurrence until, [CallerArgumentExpression(nameof(until))] string input = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        Yielded();
        if (doubt != 0)
        {
            Doubtful(from, Instant.MaxValue, until.IsUnknown ? input : null);
            return;
        }

        if (until.IsUnknown)
        {
            DoubtfulLimit(from, within, input);
            return;
        }

        bool done = until.TryGetInstant(out Instant doneAt);
        if (done && doneAt < from)
        {
            Impossible(input, $"'{doneAt}' is before '{from}', when the limit began. Give the instants in the order in which they happened.");
            return;
        }

        bool bounded = from <= within.LatestStart;
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

    /// <summary>An obligation from <paramref name="from"/>, at risk from <paramref name="warn"/> on, due at an instant rather than after a time.</summary>
    public void Deadline(Instant from, Instant warn, Instant due, Occurrence until, [CallerArgumentExpression(nameof(until))] string input = "")
    {
        if (!Told(from, until, input, out bool done, out Instant doneAt))
        {
            return;
        }

        Segments(CellParts.From | CellParts.Due | (done ? CellParts.Done : 0), from, default, warn, due, done, doneAt);
    }

    /// <summary>As the other, from an event; where that is unknown, so is the obligation.</summary>
    public void Limit(
        Occurrence from,
        TimeLimit within,
        Occurrence until,
        [CallerArgumentExpression(nameof(from))] string trigger = "",
        [CallerArgumentExpression(nameof(until))] string input = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Limit(start, within, until, input);
        }
    }

    /// <summary>As the first, met by an event only where that counts; from an event on of which nobody knows whether it does, nothing can be told for want of <paramref name="needs"/>.</summary>
    public void Limit(
        Occurrence from,
        TimeLimit within,
        Occurrence until,
        YesNo counts,
        string needs,
        [CallerArgumentExpression(nameof(from))] string trigger = "",
        [CallerArgumentExpression(nameof(until))] string input = "")
    {
        ArgumentNullException.ThrowIfNull(within);
        if (!Triggered(from, trigger, out Instant start))
        {
            return;
        }

        bool done = until.TryGetInstant(out Instant doneAt);
        bool inTime = done && doneAt >= start && doneAt - start <= within.Length;
        if (counts == YesNo.Unknown && doubt == 0 && inTime)
        {
            Yielded();
            UntilDoubtful(start, within, doneAt, needs);
        }
        else
        {
            Limit(start, within, counts == YesNo.No || (counts == YesNo.Unknown && done && doneAt >= start) ? Occurrence.NotHappened : until, input);
        }
    }

    /// <summary>An obligation without a limit: pending from <paramref name="from"/> until it is done, then met.</summary>
    public void Duty(Instant from, Occurrence until, [CallerArgumentExpression(nameof(until))] string input = "")
    {
        if (!Told(from, until, input, out bool done, out Instant doneAt))
        {
            return;
        }

        CellParts parts = CellParts.From | (done ? CellParts.Done : 0);
        Segment(FindingState.Pending, from, done ? doneAt : Instant.MaxValue, parts, from, default, default, doneAt);
        if (done)
        {
            Segment(FindingState.Met, doneAt, Instant.MaxValue, parts, from, default, default, doneAt);
        }
    }

    /// <summary>As the other, from an event; where that is unknown, so is the obligation.</summary>
    public void Duty(
        Occurrence from,
        Occurrence until,
        [CallerArgumentExpression(nameof(from))] string trigger = "",
        [CallerArgumentExpression(nameof(until))] string input = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Duty(start, until, input);
        }
    }

    /// <summary>An obligation that was met at <paramref name="from"/>.</summary>
    public void Met(Instant from) => Put(FindingKind.Obligation, FindingState.Met, from, Instant.MaxValue);

    /// <summary>A violation from <paramref name="from"/> on.</summary>
    public void Violation(Instant from) => Put(FindingKind.Violation, FindingState.None, from, Instant.MaxValue);

    /// <summary>A violation from an event on; none while the event has not happened.</summary>
    public void Violation(Occurrence from, [CallerArgumentExpression(nameof(from))] string trigger = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Violation(start);
        }
    }

    /// <summary>A violation that lasts only as long as what is wrong.</summary>
    public void Violation(Interval during) => Put(FindingKind.Violation, FindingState.None, during);

    /// <summary>An action is refused during <paramref name="during"/>.</summary>
    public void Prohibition(Interval during) => Put(FindingKind.Prohibition, FindingState.None, during);

    /// <summary>An action is refused from <paramref name="from"/> on.</summary>
    public void Prohibition(Instant from) => Put(FindingKind.Prohibition, FindingState.None, from, Instant.MaxValue);

    /// <summary>An action is refused from <paramref name="from"/> on, on one of several grounds; each is a finding of its own.</summary>
    public void Prohibition(Instant from, string ground)
    {
        ArgumentException.ThrowIfNullOrEmpty(ground);
        Yielded();
        if (doubt != 0)
        {
            Doubtful(from, Instant.MaxValue, null);
            return;
        }

        ref Cell cell = ref Take(from, Instant.MaxValue);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Prohibition, FindingState.None);
            cell.Detail = Evaluation.Detail(ground);
        }
    }

    /// <summary>An action is refused from an event on; not while it has not happened.</summary>
    public void Prohibition(Occurrence from, [CallerArgumentExpression(nameof(from))] string trigger = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Prohibition(start);
        }
    }

    /// <summary>An action is allowed during <paramref name="during"/>.</summary>
    public void Permission(Interval during) => Put(FindingKind.Permission, FindingState.None, during);

    /// <summary>An action is allowed from <paramref name="from"/> on.</summary>
    public void Permission(Instant from) => Put(FindingKind.Permission, FindingState.None, from, Instant.MaxValue);

    /// <summary>An action is allowed from an event on; not while it has not happened.</summary>
    public void Permission(Occurrence from, [CallerArgumentExpression(nameof(from))] string trigger = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Permission(start);
        }
    }

    /// <summary>The customer is owed <paramref name="amount"/> from <paramref name="from"/> on.</summary>
    public void Entitlement(Instant from, Money amount) => Claim(from, Instant.MaxValue, amount);

    /// <summary>The customer is owed <paramref name="amount"/> during <paramref name="during"/>.</summary>
    public void Entitlement(Interval during, Money amount)
    {
        Span span = Span.Of(during);
        Claim(span.Start, span.End, amount);
    }

    /// <summary>The customer is owed <paramref name="amount"/> from an event on; nothing while it has not happened.</summary>
    public void Entitlement(Occurrence from, Money amount, [CallerArgumentExpression(nameof(from))] string trigger = "")
    {
        if (Triggered(from, trigger, out Instant start))
        {
            Entitlement(start, amount);
        }
    }

    /// <summary>The subject is of <paramref name="class"/> during <paramref name="during"/>.</summary>
    public void Classification(string @class, Interval during)
    {
        ArgumentException.ThrowIfNullOrEmpty(@class);
        Yielded();
        Span span = Span.Of(during);
        if (doubt != 0)
        {
            Doubtful(span.Start, span.End, null);
            return;
        }

        ref Cell cell = ref Take(span.Start, span.End);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Classification, FindingState.None);
            cell.Detail = Evaluation.Detail(@class);
        }
    }

    /// <summary>A figure that was worked out, holding during <paramref name="during"/>.</summary>
    public void Measure(decimal value, Interval during)
    {
        Yielded();
        Span span = Span.Of(during);
        if (doubt != 0)
        {
            Doubtful(span.Start, span.End, null);
            return;
        }

        ref Cell cell = ref Take(span.Start, span.End);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Measure, FindingState.None);
            cell.Parts = CellParts.Amount;
            cell.Amount = value;
            cell.Currency = 0;
        }
    }

    /// <summary>The matter cannot be raised by whoever raised it, from <paramref name="from"/> on.</summary>
    public void Inadmissible(Instant from) => Put(FindingKind.Inadmissible, FindingState.None, from, Instant.MaxValue);

    /// <summary>Cannot be told from <paramref name="from"/> on, because the inputs named are missing.</summary>
    public void Indeterminate(Instant from, params ReadOnlySpan<string> inputs)
    {
        Yielded();
        int before = doubt;
        Doubt(InputSet.Of(inputs.ToArray()));
        Doubtful(from, Instant.MaxValue, null);
        doubt = before;
    }

    /// <summary>Cannot be told during <paramref name="during"/>, because the inputs named are missing.</summary>
    public void Indeterminate(Interval during, params ReadOnlySpan<string> inputs)
    {
        Yielded();
        Span span = Span.Of(during);
        int before = doubt;
        Doubt(InputSet.Of(inputs.ToArray()));
        Doubtful(span.Start, span.End, null);
        doubt = before;
    }

    /// <summary>The periods of a recurring finding that reach into the wanted stretch of time; the decision says that it looked no further.</summary>
    public Interval WantedWindow()
    {
        Evaluation.Windowed = true;
        return (IsAlone ? Plan.WindowFrom(at) : Evaluation.Window).ToInterval();
    }
}

using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>A rule in a plan: with indices for standards, and ready to run.</summary>
internal abstract class CompiledRule(Rule rule, short standard, bool keep, bool claiming, short[] consumed)
{
    private readonly Consumption? only =
        rule.Consumptions is [{ Negated: false, Class: null, Of: not Subject.Any, Mode: ConsumptionMode.While or ConsumptionMode.From }] ? rule.Consumptions[0] : null;

    public Rule Rule { get; } = rule;

    public short Standard { get; } = standard;

    /// <summary>Whether findings are written that do not hold at the instant asked for.</summary>
    public bool Keep { get; private set; } = keep;

    public bool Claiming { get; } = claiming;

    /// <summary>The marks of which one must have been left for the rule to have anything to say; 0 where it needs none.</summary>
    public ulong Gate { get; } = rule.Consumptions.FindIndex(consumption => !consumption.Negated) is >= 0 and int index
        ? FindingWriter.Gate(consumed[index], rule.Consumptions[index].State)
        : 0;

    protected short[] Consumed { get; } = consumed;

    /// <summary>Whether neither this rule nor another of its standard needs more than its fact, so that they run fact by fact, before all others.</summary>
    public bool IsFree { get; set; }

    /// <summary>Says that the standard spoke twice of a fact, so that what does not hold at an instant may touch what does: it is written whole from now on.</summary>
    public void Repeats() => Keep = true;

    /// <summary>Runs over all facts of the case.</summary>
    public abstract void RunCase(ref FindingWriter to);

    /// <summary>Runs on one fact of the case.</summary>
    public abstract void Run(IFact fact, int position, ref FindingWriter to);

    /// <summary>Runs on what another engine matched: facts whose conditions hold or are in doubt, and the findings that the rule consumes.</summary>
    public abstract void RunMatched(IFact first, object? second, ref FindingWriter to);

    /// <summary>An empty straight-line program for its fact type.</summary>
    public abstract FactProgram NewProgram();

    /// <summary>Adds the rule to the program of its fact type.</summary>
    public abstract void AddTo(FactProgram program);

    /// <summary>When the rule may speak, where that is one stretch without doubt (an empty one for never); by far the most common case.</summary>
    protected bool TryOne(int first, int second, ref FindingWriter to, out Stretch one)
    {
        if (Consumed.Length == 0)
        {
            one = new Stretch(Instant.MinValue, Instant.MaxValue, 0);
            return true;
        }

        one = default;
        return only is not null && to.TraceOrNull is null && to.TryFindOne(only, Consumed[0], only.Of == Subject.Second ? second : first, out one);
    }

    /// <summary>When the rule may speak, by the findings it consumes.</summary>
    protected Stretch[] When(ref FindingWriter to, int first, int second)
    {
        Evaluation evaluation = to.Evaluation;
        Stretch[] when = Stretches.Always;
        for (int i = 0; i < Consumed.Length && when.Length > 0; i++)
        {
            Consumption consumption = Rule.Consumptions[i];
            Stretch[] answer = Answer(consumption, Consumed[i], consumption.Of == Subject.Second ? second : first, evaluation.Fact(first), ref to);
            if (evaluation.Trace is { } trace)
            {
                YesNo overall = answer.Length == 0 ? YesNo.No : answer.All(stretch => stretch.Doubt != 0) ? YesNo.Unknown : YesNo.Yes;
                trace.Add(Rule, evaluation.Fact(first), consumption.Name, overall, Offered(consumption, Consumed[i], consumption.Of == Subject.Second ? second : first, to), second < 0 ? null : evaluation.Fact(second));
            }

            when = Stretches.Intersect(when, answer, evaluation);
        }

        return when;
    }

    /// <summary>The findings of a standard that a consumption had to choose from.</summary>
    private static List<TraceValue> Offered(Consumption consumption, short standard, int subject, in FindingWriter to)
    {
        int about = consumption.Of == Subject.Any ? Evaluation.Anything : subject;
        List<TraceValue> offered = [];
        Add(to, to.Own(standard, about));
        Add(to, to.Settled(standard, about));
        return offered;

        void Add(in FindingWriter to, Positions positions)
        {
            for (int i = 0; i < positions.Count; i++)
            {
                ref readonly Cell cell = ref to.Cells[positions[i]];
                if (Evaluation.Is(cell, standard, about) && cell.Kind != Kinds.Claim)
                {
                    offered.Add(Seen.Finding(consumption.Standard, to.FactOf(cell), cell));
                }
            }
        }
    }

    private static Stretch[] Answer(Consumption consumption, short standard, int subject, IFact fact, ref FindingWriter to)
    {
        Evaluation evaluation = to.Evaluation;
        List<Span> yes = [];
        List<Stretch> doubtful = [];
        int about = consumption.Of == Subject.Any ? Evaluation.Anything : subject;
        Collect(to.Cells, to.Own(standard, about));
        Collect(to.Cells, to.Settled(standard, about));
        Stretch[] answer = Stretches.Of(yes, doubtful, evaluation);
        return consumption.Negated ? Stretches.Negate(answer) : answer;

        void Collect(ReadOnlySpan<Cell> cells, Positions positions)
        {
            for (int i = 0; i < positions.Count; i++)
            {
                ref readonly Cell cell = ref cells[positions[i]];
                YesNo matches = Evaluation.Is(cell, standard, about) ? consumption.Matches(cell, evaluation) : YesNo.No;
                Span span = matches == YesNo.No ? default : consumption.Map(cell, fact);
                if (span.IsEmpty)
                {
                    continue;
                }

                if (matches == YesNo.Yes)
                {
                    yes.Add(span);
                }
                else
                {
                    doubtful.Add(new Stretch(span.Start, span.End, cell.Detail));
                }
            }
        }
    }
}

using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Plans;

/// <summary>A rule in a plan: with indices for standards, and ready to run.</summary>
internal abstract class CompiledRule(Rule rule, RulePlace place, short[] consumed)
{
    private readonly Consumption? only =
        rule.Consumptions is [{ Negated: false, Class: null, Of: not Subject.Any, Mode: ConsumptionMode.While or ConsumptionMode.From }] ? rule.Consumptions[0] : null;

    public Rule Rule { get; } = rule;

    public short Standard { get; } = place.Standard;

    /// <summary>Which of several rules of its standard it is; 0 where it is the only one.</summary>
    public short Part { get; } = place.Part;

    /// <summary>Whether findings are written that do not hold at the instant asked for.</summary>
    public bool Keep { get; private set; } = place.Keep;

    public bool Claiming { get; } = place.Claiming;

    /// <summary>The marks of which one must have been left for the rule to have anything to say; 0 where it needs none.</summary>
    public ulong Gate { get; } = rule.Consumptions.FindIndex(consumption => !consumption.Negated) is >= 0 and int index
        ? FindingSink.Gate(consumed[index], rule.Consumptions[index].State)
        : 0;

    /// <summary>The standards of whose breaches the rule is told.</summary>
    public short[] BreachesOf { get; set; } = [];

    protected short[] Consumed { get; } = consumed;

    /// <summary>Whether neither this rule nor another of its standard needs more than its fact, so that they run fact by fact, before all others.</summary>
    public bool IsFree { get; set; }

    /// <summary>Says that the standard spoke twice of a fact, so that what does not hold at an instant may touch what does: it is written whole from now on.</summary>
    public void Repeats() => Keep = true;

    /// <summary>Runs over all facts of the case.</summary>
    public abstract void RunCase(ref FindingSink to);

    /// <summary>Runs on one fact of the case.</summary>
    public abstract void Run(IFact fact, int position, ref FindingSink to);

    /// <summary>Runs on what another engine matched: facts whose conditions hold or are in doubt, and the findings that the rule consumes.</summary>
    public abstract void RunMatched(IFact first, object? second, ref FindingSink to);

    /// <summary>Adds what the rule reads, of the fact at a position and of all that is matched with it, and nobody knows.</summary>
    public abstract void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into);

    /// <summary>An empty straight-line program for its fact type.</summary>
    public abstract FactProgram NewProgram();

    /// <summary>Adds the rule to the program of its fact type.</summary>
    public abstract void AddTo(FactProgram program);

    /// <summary>When the rule may speak, where that is one stretch without doubt (an empty one for never); by far the most common case.</summary>
    protected bool TryOne(int first, int second, ref FindingSink to, out Stretch one)
    {
        if (Consumed.Length == 0)
        {
            one = new Stretch(Instant.MinValue, Instant.MaxValue, null);
            return true;
        }

        one = default;
        return only is not null && to.TraceOrNull is null && to.TryFindOne(only, Consumed[0], only.Of == Subject.Second ? second : first, out one);
    }

    /// <summary>When the rule may speak, by the findings it consumes.</summary>
    protected Truth When(ref FindingSink to, int first, int second)
    {
        CaseEvaluation evaluation = to.Evaluation;
        Truth when = Truth.Always;
        for (int i = 0; i < Consumed.Length && !when.IsNever; i++)
        {
            Consumption consumption = Rule.Consumptions[i];
            int about = consumption.Of == Subject.Any ? CaseEvaluation.Anything : consumption.Of == Subject.Second ? second : first;
            Truth answer = Answer(consumption, Consumed[i], about, evaluation.Fact(first), ref to);
            if (evaluation.Trace is { } trace)
            {
                YesNo overall = answer.IsNever ? YesNo.No : answer.Stretches.ToArray().All(stretch => stretch.Missing is not null) ? YesNo.Unknown : YesNo.Yes;
                trace.Add(Rule, evaluation.Fact(first), consumption.Name, overall, Offered(consumption, Consumed[i], about, to), second < 0 ? null : evaluation.Fact(second));
            }

            when = when.And(answer);
        }

        return when;
    }

    /// <summary>The findings of a standard that a consumption had to choose from.</summary>
    private static List<TraceValue> Offered(Consumption consumption, short standard, int about, in FindingSink to)
    {
        List<TraceValue> offered = [];
        Add(to, to.Own(standard, about));
        Add(to, to.Settled(standard, about));
        return offered;

        void Add(in FindingSink to, Positions positions)
        {
            for (int i = 0; i < positions.Count; i++)
            {
                ref readonly Cell cell = ref to.Cells[positions[i]];
                if (CaseEvaluation.Is(cell, standard, about) && cell.Kind != Kinds.Claim)
                {
                    offered.Add(Seen.Finding(consumption.Standard, to.FactOf(cell), cell));
                }
            }
        }
    }

    private static Truth Answer(Consumption consumption, short standard, int about, IFact fact, ref FindingSink to)
    {
        CaseEvaluation evaluation = to.Evaluation;
        Truth answer = Truth.Never;
        Collect(to.Cells, to.Own(standard, about));
        Collect(to.Cells, to.Settled(standard, about));
        return consumption.Negated ? answer.Not() : answer;

        void Collect(ReadOnlySpan<Cell> cells, Positions positions)
        {
            List<Span> yes = [];
            for (int i = 0; i < positions.Count; i++)
            {
                ref readonly Cell cell = ref cells[positions[i]];
                YesNo matches = CaseEvaluation.Is(cell, standard, about) ? consumption.Matches(cell, evaluation) : YesNo.No;
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
                    answer = answer.Or(Truth.Of([new Stretch(span.Start, span.End, evaluation.Inputs(cell.Detail))]));
                }
            }

            answer = answer.Or(Truth.During(IntervalSet.OfSpans(yes)));
        }
    }
}

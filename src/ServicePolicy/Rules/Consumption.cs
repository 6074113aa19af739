using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>A rule's use of another standard's findings: a condition on time, three-valued.</summary>
internal sealed record Consumption(ConsumptionMode Mode, string Standard, FindingState State, Subject Of)
{
    /// <summary>Only findings of this class, where one is asked for.</summary>
    public string? Class { get; init; }

    /// <summary>Whether the rule speaks while no such finding holds.</summary>
    public bool Negated { get; init; }

    /// <summary>When the finding is sampled.</summary>
    public Func<IFact, Instant>? Instant { get; init; }

    /// <summary>The period in which the finding must start.</summary>
    public Func<IFact, Interval>? Period { get; init; }

    /// <summary>The consumption in a trace.</summary>
    public string Name => $"{(Negated ? "not " : string.Empty)}{Mode} {Standard}{(State == FindingState.None ? string.Empty : $" {State}")}{(Class is null ? string.Empty : $" {Class}")}";

    /// <summary>Whether a cell of the standard is one that the rule asks for, cannot be told to be one, or is none.</summary>
    public YesNo Matches(in Cell cell, Evaluation evaluation) =>
        cell.Kind == FindingKind.Indeterminate ? YesNo.Unknown
        : cell.Kind != Kinds.Claim && (State == FindingState.None || cell.State == State) && (Class is null || evaluation.Class(cell) == Class) ? YesNo.Yes
        : YesNo.No;

    /// <summary>The stretch of time for which a cell answers the question.</summary>
    public Span Map(in Cell cell, IFact fact) => Mode switch
    {
        ConsumptionMode.While => new Span(Earliest(cell), cell.End),
        ConsumptionMode.From => new Span(Earliest(cell), NodaTime.Instant.MaxValue),
        ConsumptionMode.At => cell.Holds(Instant!(fact)) ? Span.Always : default,
        _ => StartsIn(Span.Of(Period!(fact)), cell) ? Span.Always : default,
    };

    // Where only the end is unknown the limit is still not breached before it is due: a definite no wins over a doubt (S9).
    private NodaTime.Instant Earliest(in Cell cell) => cell.Kind == FindingKind.Indeterminate && State == FindingState.Breached && (cell.Parts & CellParts.Due) != 0
        ? NodaTime.Instant.Max(cell.Start, cell.Due + Duration.Epsilon)
        : cell.Start;

    // An indeterminate that reaches into the period may hide a finding that starts there.
    private static bool StartsIn(Span period, in Cell cell) => cell.Kind == FindingKind.Indeterminate
        ? cell.Start < period.End && cell.End > period.Start
        : period.Contains(cell.Start);
}

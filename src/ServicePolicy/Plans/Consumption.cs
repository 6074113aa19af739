using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Plans;

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

    /// <summary>What gives the instant or the period, as written.</summary>
    public string? Text { get; init; }

    /// <summary>What of the fact is read.</summary>
    public IEnumerable<string> Texts => Text is null ? [] : [Text];

    /// <summary>The consumption in a trace.</summary>
    public string Name => $"{(Negated ? "not " : string.Empty)}{Mode} {Standard}{(State == FindingState.None ? string.Empty : $" {State}")}{(Class is null ? string.Empty : $" {Class}")}";

    /// <summary>Whether a cell of the standard is one that the rule asks for, cannot be told to be one, or is none.</summary>
    public YesNo Matches(in Cell cell, CaseEvaluation evaluation) =>
        cell.Kind == FindingKind.Indeterminate ? MayBe((Possible)cell.Other)
        : Kinds.IsConsumed(cell.Kind) && (State == FindingState.None || cell.State == State) && (Class is null || evaluation.Class(cell) == Class) ? YesNo.Yes
        : YesNo.No;

    // A definite no wins over a doubt (S9): what is surely not breached is no breach, whatever else it may be.
    private YesNo MayBe(Possible possible)
    {
        Possible wanted = State switch
        {
            FindingState.None when Class is not null => Possible.Classification | Possible.Prohibition | Possible.Permission,
            FindingState.None => Possible.Anything & ~(Possible.Nothing | Possible.Warning),
            FindingState.Owed or FindingState.Superseded or FindingState.Paid => Possible.Entitlement,
            _ => PossibleExtensions.Of(FindingKind.Obligation, State),
        };
        return (possible & wanted) == 0 ? YesNo.No
            : State is not (FindingState.Owed or FindingState.Superseded or FindingState.Paid) && Class is null && (possible & ~wanted) == 0 ? YesNo.Yes
            : YesNo.Unknown;
    }

    /// <summary>The stretch of time for which a cell answers the question.</summary>
    public Span Map(in Cell cell, IFact fact) => Mode switch
    {
        ConsumptionMode.While => new Span(cell.Start, cell.End),
        ConsumptionMode.From => new Span(cell.Start, NodaTime.Instant.MaxValue),
        ConsumptionMode.At => cell.Holds(Instant!(fact)) ? Span.Always : default,
        _ => StartsIn(Span.Of(Period!(fact)), cell) ? Span.Always : default,
    };

    // An indeterminate that reaches into the period may hide a finding that starts there.
    private static bool StartsIn(Span period, in Cell cell) => cell.Kind == FindingKind.Indeterminate
        ? cell.Start < period.End && cell.End > period.Start
        : period.Contains(cell.Start);
}

using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Evaluation;

/// <summary>A ruling of one finding, for an engine that passes findings about one by one.</summary>
internal sealed class LoneFinding : PolicyRuling
{
    private readonly bool ofSettlement;

    /// <summary>A ruling of a finding about a fact.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="subject">The fact.</param>
    /// <param name="cell">The finding.</param>
    /// <param name="detail">What its cell refers to.</param>
    /// <param name="ofSettlement">Whether a settlement says it, so that it is no claim to be settled.</param>
    public LoneFinding(Plan plan, IFact subject, in Cell cell, object? detail, bool ofSettlement = false)
        : base(plan, subject, detail is null ? null : [detail], [cell with { Subject = 0, Detail = detail is null ? 0 : 1 }])
    {
        this.ofSettlement = ofSettlement;
        Subject = subject;
    }

    public IFact Subject { get; }

    /// <summary>Whether it is a claim, which a settlement turns into an entitlement.</summary>
    public bool IsClaim => Cell.Kind == Kinds.Claim;

    /// <summary>Whether it may be a claim, which a settlement has to take into account.</summary>
    public bool IsClaimInDoubt => !ofSettlement && Cell.IsClaimInDoubt;

    /// <summary>Whether a settlement says what is to be said instead.</summary>
    public bool IsSettled => IsClaim || (!ofSettlement && Cell.IsOnlyClaimInDoubt && Plan.SlotsOf[Cell.Standard].Settled != Plan.NoSlot);

    public ref readonly Cell Cell => ref Room[0];

    public object? Missing => Detail(Cell);

    /// <summary>Whether two findings of one match are the same, claims included, and what may be where it cannot be told.</summary>
    public bool SaysTheSame(LoneFinding other) =>
        (Cell.Kind != FindingKind.Indeterminate || (Cell.Other == other.Cell.Other && Cell.Parts == other.Cell.Parts && Cell.HasAmountOf(other.Cell)))
        && Cell.Start == other.Cell.Start && Cell.End == other.Cell.End
        && new CellMargin(Cell) == new CellMargin(other.Cell)
        && new CellTuple(Cell, Details!) == new CellTuple(other.Cell, other.Details!);

    public Finding Finding => new(this, 0);

    internal override Instant? Moment => null;
}

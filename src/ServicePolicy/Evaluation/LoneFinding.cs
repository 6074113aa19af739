using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Evaluation;

/// <summary>A ruling of one finding, for an engine that passes findings about one by one.</summary>
internal sealed class LoneFinding : PolicyRuling
{
    private readonly Cell[] cells;

    private readonly bool ofSettlement;

    /// <summary>A ruling of a finding about a fact.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="subject">The fact.</param>
    /// <param name="cell">The finding.</param>
    /// <param name="detail">What its cell refers to.</param>
    /// <param name="ofSettlement">Whether a settlement says it, so that it is no claim to be settled.</param>
    public LoneFinding(Plan plan, IFact subject, in Cell cell, object? detail, bool ofSettlement = false)
        : base(plan, subject, detail is null ? null : [detail])
    {
        this.ofSettlement = ofSettlement;
        cells = [cell with { Subject = 0, Detail = detail is null ? 0 : 1 }];
        Subject = subject;
    }

    public IFact Subject { get; }

    /// <summary>Whether it is a claim, which a settlement turns into an entitlement.</summary>
    public bool IsClaim => cells[0].Kind == Kinds.Claim;

    /// <summary>Whether it may be a claim, which a settlement has to take into account.</summary>
    public bool IsClaimInDoubt => !ofSettlement && cells[0].IsClaimInDoubt;

    /// <summary>Whether a settlement says what is to be said instead.</summary>
    public bool IsSettled => IsClaim || (!ofSettlement && cells[0].IsOnlyClaimInDoubt && Plan.SlotsOf[cells[0].Standard].Settled != Plan.NoSlot);

    public ref readonly Cell Cell => ref cells[0];

    public object? Missing => Detail(cells[0]);

    /// <summary>Whether two findings of one match are the same, claims included, and what may be where it cannot be told.</summary>
    public bool SaysTheSame(LoneFinding other) =>
        (cells[0].Kind != FindingKind.Indeterminate || (cells[0].Other == other.cells[0].Other && cells[0].Parts == other.cells[0].Parts && cells[0].HasAmountOf(other.cells[0])))
        && cells[0].Start == other.cells[0].Start && cells[0].End == other.cells[0].End
        && new CellMargin(cells[0]) == new CellMargin(other.cells[0])
        && new CellTuple(cells[0], Details!) == new CellTuple(other.cells[0], other.Details!);

    public Finding Finding => new(this, 0);

    internal override ReadOnlySpan<Cell> Cells => cells;

    internal override Instant? Moment => null;
}

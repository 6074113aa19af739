using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>A finding as the engine holds it: 128 bytes without a reference, so that scratch space need not be cleared nor traced.</summary>
/// <remarks>Standards and subjects are indices; what is rare (missing inputs, a class) stands in a side list, at <see cref="Detail"/> − 1.</remarks>
internal struct Cell
{
    public Instant Start;
    public Instant End;
    public Instant From;
    public Duration Limit;
    public Instant Due;
    public Instant Done;
    public decimal Amount;
    public int Subject;
    public int Detail;
    public short Standard;
    public short Other;
    public short Currency;
    public CellParts Parts;
    private byte kindAndState;

    public readonly FindingKind Kind => (FindingKind)(kindAndState & 0xF);

    public readonly FindingState State => (FindingState)(kindAndState >> 4);

    public void Set(FindingKind kind, FindingState state) => kindAndState = (byte)((int)kind | (int)state << 4);

    public readonly bool Has(CellParts part) => (Parts & part) != 0;

    /// <summary>Which part of its clause an obligation, a violation or a measure is of; 0 where the clause has one.</summary>
    public readonly short Part => Kind is FindingKind.Obligation or FindingKind.Violation or FindingKind.Measure ? Other : (short)0;

    public readonly bool HasAmount => Has(CellParts.Amount);

    /// <summary>Whether another has the same amount, or both have none; what stands where there is none means nothing.</summary>
    public readonly bool HasAmountOf(in Cell other) => HasAmount ? other.HasAmount && Amount == other.Amount && Currency == other.Currency : !other.HasAmount;

    /// <summary>Takes in what another part of the clause says just as well.</summary>
    public void Join(in Cell other)
    {
        if (Part != other.Part)
        {
            Other = 0;
        }
    }

    /// <summary>Whether it cannot be told that it does not forbid.</summary>
    public readonly bool MayForbid => Kind == FindingKind.Indeterminate && ((Possible)Other & Possible.Prohibition) != 0;

    /// <summary>Whether it may be a claim, which a settlement has to take into account.</summary>
    public readonly bool IsClaimInDoubt => Kind == FindingKind.Indeterminate && ((Possible)Other & Possible.Entitlement) != 0 && HasAmount;

    /// <summary>Whether it may be a claim and nothing else, so that what the settlement says stands in its place.</summary>
    public readonly bool IsOnlyClaimInDoubt => IsClaimInDoubt && ((Possible)Other & ~(Possible.Entitlement | Possible.Nothing)) == 0;

    public readonly bool Holds(Instant instant) => instant >= Start && (instant < End || End == Instant.MaxValue);
}

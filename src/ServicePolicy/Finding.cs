using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Resources;

namespace ServicePolicy;

/// <summary>What a standard says of a fact, and when it holds.</summary>
/// <remarks>A view of 16 bytes on the decision or timeline it came from. Two findings are equal when they say the same of the same subject for the same time. The default is no finding.</remarks>
public readonly struct Finding : IEquatable<Finding>
{
    private readonly PolicyRuling? source;
    private readonly int position;

    internal Finding(PolicyRuling ruling, int position)
    {
        source = ruling;
        this.position = position;
    }

    /// <summary>The standard that says it.</summary>
    public Standard Standard => Ruling.Plan.Standards[Cell.Standard];

    /// <summary>What sort of thing it says.</summary>
    public FindingKind Kind => Cell.Kind;

    /// <summary>How an obligation or entitlement stands.</summary>
    public FindingState State => Cell.State;

    /// <summary>How much it matters: as its standard says, unless the part of the clause that decides says otherwise.</summary>
    public Severity Severity => Ruling.Plan.SeverityOf(Cell.Standard, Cell.Part);

    /// <summary>The key of the fact it is about.</summary>
    public FactKey Subject => FactKey.Of(Fact);

    /// <summary>The half-open interval in which it holds.</summary>
    public Interval Holds => new(
        Cell.Start == Instant.MinValue ? null : Cell.Start,
        Cell.End == Instant.MaxValue ? null : Cell.End);

    /// <summary>Start, limit, due and done of the limit it rests on.</summary>
    public Margin Margin => new(
        Has(CellParts.From) ? Cell.From : null,
        Has(CellParts.Limit) ? Cell.Limit : null,
        Has(CellParts.Due) ? Cell.Due : null,
        Has(CellParts.Done) ? Cell.Done : null);

    /// <summary>The money of an entitlement: what is still owed, or would have been; of a violation, what was paid too much.</summary>
    public Money? Amount => Has(CellParts.Amount) && Kind is FindingKind.Entitlement or FindingKind.Violation ? new Money(Cell.Amount, Currency.Unpack(Cell.Currency)) : null;

    /// <summary>The figure of a measure; of a warning that is repeated, how many times it has come.</summary>
    public decimal? Value => Has(CellParts.Amount) && Kind is FindingKind.Measure or FindingKind.Warning ? Cell.Amount : null;

    /// <summary>The class of a classification, the ground of a prohibition that has several, or the name of a warning.</summary>
    public string? Class => Ruling.Detail(Cell) as string;

    /// <summary>Of an obligation or a violation, the part of the clause that decides, by the variant of its rule, such as <c>told</c> (S29); of a measure, which of several it is.</summary>
    /// <value><see langword="null"/> where the clause has one part, or several say the same in turn.</value>
    public string? Part => Cell.Part > 0 ? Ruling.Plan.PartOf(Cell.Standard, Cell.Part) : null;

    /// <summary>The inputs that are missing, sorted: those for want of which it cannot be told, or, of what is certain, those on which the limit and the due depend that are left out of its margin.</summary>
    public ImmutableArray<string> MissingInputs => Ruling.Detail(Cell) is InputSet inputs ? inputs.Names : [];

    internal bool MissesInputs => Ruling.Detail(Cell) is InputSet;

    /// <summary>The standard whose claim on the same charge stands instead.</summary>
    public Standard? SupersededBy => Has(CellParts.Other) ? Ruling.Plan.Standards[Cell.Other] : null;

    /// <summary>The time that passed from the start of the limit until it was done, or until the decision's instant.</summary>
    /// <value><see langword="null"/> without a limit, or in a timeline, which has no instant.</value>
    public Duration? Elapsed => Ruling.Moment is { } at && Has(CellParts.From) ? DoneBy(at) - Cell.From : null;

    /// <summary>The time left until due, negative when late, at the decision's instant or when it was done.</summary>
    /// <value><see langword="null"/> where nothing is due, or in a timeline, which has no instant.</value>
    public Duration? Slack => Ruling.Moment is { } at && Has(CellParts.Due) ? Cell.Due - DoneBy(at) : null;

    /// <summary>The stable code of the message: the standard and its kind or state.</summary>
    public string MessageCode => CodeOf(Standard, Kind, State);

    /// <summary>The fact it is about.</summary>
    internal IFact Fact => Ruling.FactAt(Cell.Subject);

    /// <summary>What the finding is made of, for whoever needs one thing of it.</summary>
    internal ref readonly Cell Cell => ref Ruling.Room[position];

    private PolicyRuling Ruling => source ?? None();

    /// <summary>Whether two findings say the same of the same subject for the same time.</summary>
    public static bool operator ==(Finding left, Finding right) => left.Equals(right);

    /// <summary>Whether two findings differ.</summary>
    public static bool operator !=(Finding left, Finding right) => !left.Equals(right);

    /// <summary>The finding in words, with its source.</summary>
    /// <param name="culture">The language; English where there are no texts in it.</param>
    /// <param name="zone">The zone in whose local time instants are told, such as 2026-11-20T17:00:00+08:00; UTC where it is left out.</param>
    public string Describe(CultureInfo culture, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Message.Of(this, culture, zone);
    }

    /// <inheritdoc/>
    public bool Equals(Finding other) => source is null || other.source is null
        ? source == other.source
        : Says(other) && Holds == other.Holds && Margin == other.Margin;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Finding other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => source is null ? 0 : HashCode.Combine(Standard.Id, Subject, Kind, State, Holds);

    /// <summary>The finding in English; nothing of the default, which is none.</summary>
    public override string ToString() => source is null ? string.Empty : Describe(CultureInfo.InvariantCulture);

    /// <summary>Whether it forbids, or may: what cannot be told of a duty stands in nobody's way.</summary>
    internal bool IsInTheWay => Kind == FindingKind.Prohibition || Cell.MayForbid;

    /// <summary>Whether two findings make a decision the same: all but interval and margin.</summary>
    internal bool Says(Finding other) =>
        Standard.Id == other.Standard.Id && Kind == other.Kind && State == other.State && Subject == other.Subject
        && Amount == other.Amount && Value == other.Value && Class == other.Class
        && SupersededBy?.Id == other.SupersededBy?.Id && MissingInputs.AsSpan().SequenceEqual(other.MissingInputs.AsSpan());

    internal static string CodeOf(Standard standard, FindingKind kind, FindingState state) =>
        $"{standard.Id}.{(state == FindingState.None ? kind.ToString() : state.ToString())}";

    private bool Has(CellParts part) => Cell.Has(part);

    // Apart, so that what is asked of every finding is no call.
    private static PolicyRuling None() => throw new InvalidOperationException("There is no finding: this is the default of the type.");

    private Instant DoneBy(Instant at) => Has(CellParts.Done) && Cell.Done < at ? Cell.Done : at;
}

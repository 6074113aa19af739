using System.Globalization;
using ServicePolicy.Resources;

namespace ServicePolicy.Inspection;

/// <summary>What belongs to an item that inspectors look at: its Id, its section, what a shortfall costs, and how it is told.</summary>
public sealed class ChecklistItem
{
    private readonly Func<InspectionStandards, decimal> points;

    internal ChecklistItem(string id, InspectionItem item, ScoreSection section, string source, Func<InspectionStandards, decimal> points)
    {
        (Id, Item, Section, Source) = (id, item, section, source);
        this.points = points;
    }

    /// <summary>The permanent identifier, such as <c>INS-01.07</c>: that of its section and a number.</summary>
    public string Id { get; }

    /// <summary>The item.</summary>
    public InspectionItem Item { get; }

    /// <summary>The section from which a shortfall takes points.</summary>
    public ScoreSection Section { get; }

    /// <summary>Short name and place in the handbooks, such as <c>ZJ base 1; HB</c>; it counts where one of them is enforced.</summary>
    public string Source { get; }

    /// <summary>How it is told whether it falls short.</summary>
    public ItemJudgement Judgement { get; internal init; }

    /// <summary>What else it depends on.</summary>
    public ItemConditions Conditions { get; internal init; }

    internal Func<InspectionStandards, IReadOnlyList<ItemLimit>> Limits { private get; init; } = static _ => [];

    /// <summary>The points that a shortfall takes off.</summary>
    public decimal PointsIn(InspectionStandards figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return points(figures);
    }

    /// <summary>The figures by which it is measured, one a handbook; none where nothing is measured.</summary>
    public IReadOnlyList<ItemLimit> LimitsIn(InspectionStandards figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Limits(figures);
    }

    /// <summary>The item in words, in <paramref name="culture"/>.</summary>
    public string Title(CultureInfo culture) => MessageTemplates.Title(Id, culture);

    /// <summary>The Id and the item.</summary>
    public override string ToString() => $"{Id} {Item}";
}

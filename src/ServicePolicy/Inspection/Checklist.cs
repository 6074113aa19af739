using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy.Inspection;

/// <summary>The items that inspectors look at, section by section: the checklist of INS-01 to INS-05, and what INS-06 to INS-09 take points off for.</summary>
public static class Checklist
{
    /// <summary>All items, in the order of their Ids.</summary>
    public static IReadOnlyList<ChecklistItem> All { get; } =
    [
        new("INS-01.01", InspectionItem.Uniform, ScoreSection.Appearance, "ZJ base 1", figures => figures.UniformOrBadge) { Judgement = ItemJudgement.Dress, Conditions = ItemConditions.Winter | ItemConditions.HallType | ItemConditions.HandsetSeller | ItemConditions.Pregnancy },
        new("INS-01.02", InspectionItem.UniformPressed, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.03", InspectionItem.Badge, ScoreSection.Appearance, "ZJ base 1", figures => figures.UniformOrBadge) { Judgement = ItemJudgement.Badge },
        new("INS-01.04", InspectionItem.BadgePosition, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance) { Judgement = ItemJudgement.Badge },
        new("INS-01.05", InspectionItem.TrousersOrSkirt, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.06", InspectionItem.Shoes, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.07", InspectionItem.HeelHeight, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance) { Judgement = ItemJudgement.AtMost, Limits = figures => [new("ZJ", figures.HeelHeight)] },
        new("INS-01.08", InspectionItem.HairTidy, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.09", InspectionItem.HairColour, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.10", InspectionItem.HairOffFaceAndCollar, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.11", InspectionItem.NailLength, ScoreSection.Appearance, "ZJ base 1; HB", figures => figures.OtherAppearance) { Judgement = ItemJudgement.AtMost, Limits = figures => [new("ZJ", figures.NailLength), new("HB", figures.HandbookNailLength)] },
        new("INS-01.12", InspectionItem.NailColour, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.13", InspectionItem.MakeUp, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance),
        new("INS-01.14", InspectionItem.Ornaments, ScoreSection.Appearance, "ZJ base 1", figures => figures.OtherAppearance) { Judgement = ItemJudgement.AtMost, Limits = figures => [new("ZJ", figures.Ornaments)] },
        new("INS-01.15", InspectionItem.Perfume, ScoreSection.Appearance, "HB; ZJ; ET", figures => figures.OtherAppearance),
        new("INS-02.01", InspectionItem.Smile, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.02", InspectionItem.Speech, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.03", InspectionItem.EyeContact, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.04", InspectionItem.HandedPolitely, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.05", InspectionItem.HandedWithBothHands, ScoreSection.Conduct, "HB", figures => figures.Conduct),
        new("INS-02.06", InspectionItem.Chatting, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.07", InspectionItem.Eating, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.08", InspectionItem.PrivateCall, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.09", InspectionItem.DeskLeft, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.10", InspectionItem.ShortAbsence, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-02.11", InspectionItem.LongAbsence, ScoreSection.Conduct, "ZJ base 2", figures => figures.Conduct),
        new("INS-03.01", InspectionItem.Greeting, ScoreSection.Initiative, "ZJ base 3", figures => figures.Initiative),
        new("INS-03.02", InspectionItem.Farewell, ScoreSection.Initiative, "ZJ base 3", figures => figures.Initiative),
        new("INS-03.03", InspectionItem.Guidance, ScoreSection.Initiative, "ZJ base 3", figures => figures.Initiative),
        new("INS-03.04", InspectionItem.HelpAtDevices, ScoreSection.Initiative, "ZJ base 3", figures => figures.Initiative) { Conditions = ItemConditions.StaffFree },
        new("INS-04.01", InspectionItem.Sign, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.02", InspectionItem.OpeningHours, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.03", InspectionItem.Outside, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment) { Judgement = ItemJudgement.Within, Conditions = ItemConditions.Weather | ItemConditions.CycleLane, Limits = figures => [new("ZJ", figures.Outside)] },
        new("INS-04.04", InspectionItem.Light, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.05", InspectionItem.Air, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.06", InspectionItem.Order, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.07", InspectionItem.PrivateThings, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.08", InspectionItem.NoSmokingSign, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.09", InspectionItem.Devices, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.10", InspectionItem.FunctionalAreas, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.11", InspectionItem.SuggestionBook, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-04.12", InspectionItem.Water, ScoreSection.Environment, "ZJ base 4", figures => figures.Environment),
        new("INS-05.01", InspectionItem.LeafletsInDate, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity) { Judgement = ItemJudgement.ValidUntil },
        new("INS-05.02", InspectionItem.LeafletsInOrder, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity),
        new("INS-05.03", InspectionItem.TariffPosted, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity),
        new("INS-05.04", InspectionItem.PledgePosted, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity),
        new("INS-05.05", InspectionItem.HotlinePosted, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity),
        new("INS-05.06", InspectionItem.BrandCorner, ScoreSection.Publicity, "ZJ base 5", figures => figures.Publicity),
        new("INS-06.01", InspectionItem.KeyPoint, ScoreSection.Correctness, "ZJ focus 1.1", figures => figures.KeyPoint) { Judgement = ItemJudgement.InspectorsPoints },
        new("INS-06.02", InspectionItem.Process, ScoreSection.Correctness, "ZJ focus 1.1", figures => figures.ProcessBroken),
        new("INS-06.03", InspectionItem.OpenedUnasked, ScoreSection.Correctness, "ZJ focus 1.1", figures => figures.OpenedUnasked),
        new("INS-07.01", InspectionItem.LookUp, ScoreSection.Proficiency, "ZJ focus 1.2", figures => figures.LookUpOverTime),
        new("INS-07.02", InspectionItem.Fluency, ScoreSection.Proficiency, "ZJ focus 1.2", figures => figures.Unpractised),
        new("INS-08.01", InspectionItem.Waiting, ScoreSection.Queueing, "ZJ focus 2.1", figures => figures.WaitOverLimit),
        new("INS-08.02", InspectionItem.VipReception, ScoreSection.Queueing, "ZJ focus 2.1", figures => figures.VipNotMet),
        new("INS-09.01", InspectionItem.OpenCounters, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.02", InspectionItem.FloorKeeper, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.03", InspectionItem.OrderlyLine, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.04", InspectionItem.ShiftChange, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.05", InspectionItem.SellingOn, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.06", InspectionItem.GoToneCounter, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.07", InspectionItem.LeadOnFloor, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.08", InspectionItem.WaitingCare, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
        new("INS-09.09", InspectionItem.RovingHelper, ScoreSection.FloorManagement, "ZJ focus 2.2", figures => figures.Floor),
    ];

    private static FrozenDictionary<InspectionItem, ChecklistItem> ByItem { get; } = All.ToFrozenDictionary(item => item.Item);

    private static FrozenDictionary<string, ChecklistItem> ById { get; } = All.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);

    /// <summary>What belongs to an item.</summary>
    /// <exception cref="KeyNotFoundException">It is <see cref="InspectionItem.Unknown"/>.</exception>
    public static ChecklistItem GetItem(InspectionItem item) => TryGetItem(item, out ChecklistItem? found)
        ? found
        : throw new KeyNotFoundException($"There is no item '{item}' in the checklist. Name one of {nameof(Checklist)}.{nameof(All)}.");

    /// <summary>What belongs to an item, if it is known.</summary>
    public static bool TryGetItem(InspectionItem item, [NotNullWhen(true)] out ChecklistItem? found) => ByItem.TryGetValue(item, out found);

    /// <summary>The item of an Id such as <c>INS-01.07</c>, if there is one.</summary>
    public static bool TryGetItem(string id, [NotNullWhen(true)] out ChecklistItem? found) => ById.TryGetValue(id, out found);
}

namespace ServicePolicy.Inspection;

/// <summary>What belongs to a section of the score card.</summary>
/// <param name="Section">The section.</param>
/// <param name="Standard">The Id of its standard.</param>
/// <param name="IsBasics">Whether it is one of the basics, and not of the focus.</param>
/// <param name="Points">The points that it has.</param>
/// <param name="Each">What any shortfall in it takes off; <see langword="null"/> where that depends on the shortfall.</param>
internal sealed record ScoreSections(
    ScoreSection Section,
    string Standard,
    bool IsBasics,
    Func<InspectionStandards, decimal> Points,
    Func<InspectionStandards, decimal>? Each)
{
    /// <summary>All sections, in the order of their standards.</summary>
    public static IReadOnlyList<ScoreSections> All { get; } =
    [
        new(ScoreSection.Appearance, "INS-01", true, figures => figures.AppearancePoints, null),
        new(ScoreSection.Conduct, "INS-02", true, figures => figures.ConductPoints, figures => figures.Conduct),
        new(ScoreSection.Initiative, "INS-03", true, figures => figures.InitiativePoints, figures => figures.Initiative),
        new(ScoreSection.Environment, "INS-04", true, figures => figures.EnvironmentPoints, figures => figures.Environment),
        new(ScoreSection.Publicity, "INS-05", true, figures => figures.PublicityPoints, figures => figures.Publicity),
        new(ScoreSection.Correctness, "INS-06", false, figures => figures.CorrectnessPoints, null),
        new(ScoreSection.Proficiency, "INS-07", false, figures => figures.ProficiencyPoints, null),
        new(ScoreSection.Queueing, "INS-08", false, figures => figures.QueueingPoints, null),
        new(ScoreSection.FloorManagement, "INS-09", false, figures => figures.FloorManagementPoints, figures => figures.Floor),
        new(ScoreSection.ComplaintRecords, "INS-10", false, figures => figures.ComplaintRecordPoints, null),
    ];
}

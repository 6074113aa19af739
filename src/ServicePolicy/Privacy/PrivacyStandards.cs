namespace ServicePolicy.Privacy;

/// <summary>The standards on customer information (PRV). They have no figures.</summary>
public sealed record PrivacyStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("PRV-01", Severity.Minor, "ZJ prohibition 1"),
        new("PRV-02", Severity.Critical, "ZJ prohibition 1"),
        new("PRV-03", Severity.Critical, "ZJ prohibition 1"),
        new("PRV-04", Severity.Critical, "ZJ prohibition 1"),
        new("PRV-05", Severity.Critical, "ZJ prohibitions 4, 5"),
        new("PRV-06", Severity.Critical, "ZJ prohibition 1, case 1; ET hall, 1860"),
        new("PRV-07", Severity.Minor, "ZJ prohibitions 4, 5"),
    ];
}

using ServicePolicy.Catalogue;

namespace ServicePolicy.Conversation;

/// <summary>The figures of the standards on conversation (CNV).</summary>
public sealed record ConversationStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("CNV-01", Severity.Minor, "HB ch.1; ET; CU"),
        new("CNV-02", Severity.Minor, "ET phone"),
        new("CNV-03", Severity.Minor, "ZJ annex; CU; ET"),
        new("CNV-04", Severity.Major, "CU 4.2"),
        new("CNV-05", Severity.Minor, "ZJ annex"),
        new("CNV-06", Severity.Minor, "HB ch.1; ZJ base 2.4"),
        new("CNV-07", Severity.Minor, "ET 1860"),
        new("CNV-08", Severity.Minor, "HB ch.1; ET"),
        new("CNV-09", Severity.Minor, "HB ch.1"),
        new("CNV-10", Severity.Major, "ET"),
        new("CNV-11", Severity.Minor, "ZJ annex; CU 4.2"),
    ];

    /// <summary>CNV-05: the pace of speech, in characters a minute. 120, from ZJ annex.</summary>
    public decimal CharactersPerMinute { get; init; } = 120;

    /// <summary>CNV-05: how far the pace may be from that, as a share of it, above and below. 0.25, assumed.</summary>
    public decimal PaceTolerance { get; init; } = 0.25m;

    internal ConversationStandards Through(FigureVisitor visit) => this with
    {
        CharactersPerMinute = visit.Number("CNV-05", nameof(CharactersPerMinute), CharactersPerMinute, 1, 1000),
        PaceTolerance = visit.Share("CNV-05", nameof(PaceTolerance), PaceTolerance, FigureMark.Assumed),
    };
}

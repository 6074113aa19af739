using ServicePolicy.Catalogue;

namespace ServicePolicy.Subscriptions;

/// <summary>The figures of the standards on subscriptions and changes of service (SUB).</summary>
public sealed record SubscriptionStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("SUB-01", Severity.Critical, "ZJ prohibition 3"),
        new("SUB-02", Severity.Critical, "ZJ prohibition 3"),
        new("SUB-03", Severity.Major, "ZJ promise 5"),
        new("SUB-04", Severity.Major, "ZJ promise 5"),
        new("SUB-05", Severity.Major, "ZJ convenience B4"),
        new("SUB-06", Severity.Major, "ZJ convenience B3"),
        new("SUB-07", Severity.Major, "ZJ promise 4"),
        new("SUB-08", Severity.Critical, "ZJ focus 1.1"),
        new("SUB-09", Severity.Minor, "ZJ base 2.4"),
        new("SUB-10", Severity.Major, "ET hall"),
        new("SUB-11", Severity.Major, "HB ch.1"),
        new("SUB-12", Severity.Critical, "ET collection"),
        new("SUB-13", Severity.Major, "ZJ focus 1.1"),
        new("SUB-14", Severity.Minor, "ZJ base 2.4"),
        new("SUB-15", Severity.Major, "ZJ convenience A2"),
        new("SUB-16", Severity.Major, "ZJ convenience A5"),
        new("SUB-17", Severity.Major, "ZJ promise 7"),
        new("SUB-18", Severity.Major, "ZJ focus 1.1"),
        new("SUB-19", Severity.Major, "ET 1860"),
        new("SUB-20", Severity.Minor, "GT ex.3"),
    ];

    /// <summary>SUB-06: the keyword that lists all value-added services. 0000, from ZJ convenience B3.</summary>
    public string ListKeyword { get; init; } = "0000";

    /// <summary>SUB-07: the last months whose call detail can be queried, the current one not counted. 5, from ZJ promise 4.</summary>
    public int DetailMonths { get; init; } = 5;

    /// <summary>SUB-09: the least top-up that is not refused. 30 CNY, from ZJ base 2.4; that more is not either is ours.</summary>
    public Money SmallTopUp { get; init; } = Money.Cny(30);

    /// <summary>SUB-14: how often something else than the counter may be suggested. 1, ours.</summary>
    public int Suggestions { get; init; } = 1;

    /// <summary>SUB-20: the code that queries points. Unset.</summary>
    public string? PointsQueryCode { get; init; }

    /// <summary>SUB-20: the code that donates points. Unset.</summary>
    public string? PointsDonationCode { get; init; }

    internal SubscriptionStandards Through(FigureVisitor visit) => this with
    {
        ListKeyword = visit.Text("SUB-06", nameof(ListKeyword), ListKeyword),
        DetailMonths = visit.Count("SUB-07", nameof(DetailMonths), DetailMonths, 1, 120),
        SmallTopUp = visit.Amount("SUB-09", nameof(SmallTopUp), SmallTopUp),
        Suggestions = visit.Count("SUB-14", nameof(Suggestions), Suggestions, 1, 100, FigureMark.Ours),
        PointsQueryCode = visit.OptionalText("SUB-20", nameof(PointsQueryCode), PointsQueryCode),
        PointsDonationCode = visit.OptionalText("SUB-20", nameof(PointsDonationCode), PointsDonationCode),
    };
}

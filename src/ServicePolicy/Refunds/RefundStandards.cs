using ServicePolicy.Catalogue;

namespace ServicePolicy.Refunds;

/// <summary>The figures of the standards on refunds (RFD). Factors multiply the sum in dispute.</summary>
public sealed record RefundStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("RFD-01", Severity.Major, "ZJ promise 2; GT ex.5 item 9"),
        new("RFD-02", Severity.Major, "ZJ principles 5"),
        new("RFD-03", Severity.Major, "ZJ principles 5"),
    ];

    /// <summary>RFD-01: how many times a charging error is refunded in total. 2, from ZJ promise 2.</summary>
    public decimal ChargingError { get; init; } = 2;

    /// <summary>RFD-02: how many times a charge of undetermined responsibility is refunded. 1, assumed.</summary>
    public decimal Undetermined { get; init; } = 1;

    /// <summary>RFD-03: how many times a charge is refunded for which the company is responsible. 1, assumed.</summary>
    public decimal CompanyResponsible { get; init; } = 1;

    internal RefundStandards Through(FigureVisitor visit) => this with
    {
        ChargingError = visit.Factor("RFD-01", nameof(ChargingError), ChargingError, 0, 10),
        Undetermined = visit.Factor("RFD-02", nameof(Undetermined), Undetermined, 0, 10, FigureMark.Assumed),
        CompanyResponsible = visit.Factor("RFD-03", nameof(CompanyResponsible), CompanyResponsible, 0, 10, FigureMark.Assumed),
    };
}

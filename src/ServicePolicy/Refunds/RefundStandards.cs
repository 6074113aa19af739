using ServicePolicy.Catalogue;
using ServicePolicy.Time;

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
        new("RFD-04", Severity.Minor, "ZJ principles 5"),
        new("RFD-05", Severity.Major, "ZJ principles 5"),
        new("RFD-06", Severity.Critical, "ZJ convenience B4; promise 5"),
        new("RFD-07", Severity.Major, "ZJ promise 5"),
        new("RFD-08", Severity.Major, "GT ex.1"),
        new("RFD-09", Severity.Major, "GT ex.1"),
        new("RFD-10", Severity.Minor, "GT ex.1 item 9"),
        new("RFD-11", Severity.Minor, "ZJ principles 5"),
    ];

    /// <summary>RFD-01: how many times a charging error is refunded in total. 2, from ZJ promise 2.</summary>
    public decimal ChargingError { get; init; } = 2;

    /// <summary>RFD-02: how many times a charge of undetermined responsibility is refunded. 1, assumed.</summary>
    public decimal Undetermined { get; init; } = 1;

    /// <summary>RFD-03: how many times a charge is refunded for which the company is responsible. 1, assumed.</summary>
    public decimal CompanyResponsible { get; init; } = 1;

    /// <summary>RFD-04: how many times a charge is refunded in advance. 1, from ZJ principles 5: the principal only.</summary>
    public decimal Advance { get; init; } = 1;

    /// <summary>RFD-04: the most that is a small sum. 50 CNY, assumed for the "small" of ZJ principles 5.</summary>
    public Money SmallSum { get; init; } = Money.Cny(50);

    /// <summary>RFD-05: until an advance refund is verified. 72 h, ours: 3 days of ZJ principles 5.</summary>
    public TimeLimit Verification { get; init; } = TimeLimit.FromHours(72);

    /// <summary>RFD-06: how many times a charge for a subscription that was not confirmed, or was cancelled, is refunded. 1, from ZJ convenience B4.</summary>
    public decimal NotConfirmed { get; init; } = 1;

    /// <summary>RFD-08: the day of the month after the closure from which a postpaid balance is paid. The 1st, assumed.</summary>
    public int PostpaidDay { get; init; } = 1;

    /// <summary>RFD-08: the last day of that month on which a postpaid balance is paid; an open end while it is unset, as the text of GT ex.1 has lost it.</summary>
    public int? PostpaidLastDay { get; init; }

    /// <summary>RFD-09: the day of the month after the closure from which a prepaid balance moves. The 1st, assumed: the text of GT ex.1 has lost it.</summary>
    public int PrepaidDay { get; init; } = 1;

    /// <summary>How an amount that a factor makes is rounded to the minor unit of its currency. Half up, ours: to the customer's favour at the half.</summary>
    public MoneyRounding Rounding { get; init; } = MoneyRounding.HalfUp;

    internal RefundStandards Through(FigureVisitor visit) => this with
    {
        ChargingError = visit.Factor("RFD-01", nameof(ChargingError), ChargingError, 0, 10),
        Rounding = visit.Choice("RFD-01", nameof(Rounding), Rounding, FigureMark.Ours),
        Undetermined = visit.Factor("RFD-02", nameof(Undetermined), Undetermined, 0, 10, FigureMark.Assumed),
        CompanyResponsible = visit.Factor("RFD-03", nameof(CompanyResponsible), CompanyResponsible, 0, 10, FigureMark.Assumed),
        Advance = visit.Factor("RFD-04", nameof(Advance), Advance, 0, 10),
        SmallSum = visit.Amount("RFD-04", nameof(SmallSum), SmallSum, FigureMark.Assumed),
        Verification = visit.Limit("RFD-05", nameof(Verification), Verification, FigureMark.Ours),
        NotConfirmed = visit.Factor("RFD-06", nameof(NotConfirmed), NotConfirmed, 0, 10),
        PostpaidDay = visit.Count("RFD-08", nameof(PostpaidDay), PostpaidDay, 1, 28, FigureMark.Assumed),
        PostpaidLastDay = visit.OptionalCount("RFD-08", nameof(PostpaidLastDay), PostpaidLastDay, 1, 31),
        PrepaidDay = visit.Count("RFD-09", nameof(PrepaidDay), PrepaidDay, 1, 28, FigureMark.Assumed),
    };
}

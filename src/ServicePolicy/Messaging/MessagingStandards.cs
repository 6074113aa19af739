using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Time;

namespace ServicePolicy.Messaging;

/// <summary>The figures of the standards on messages to customers (MSG). All limits are elapsed time.</summary>
public sealed record MessagingStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("MSG-01", Severity.Critical, "ZJ prohibition 2"),
        new("MSG-02", Severity.Critical, "ZJ prohibition 2"),
        new("MSG-03", Severity.Minor, "ZJ prohibition 2"),
        new("MSG-04", Severity.Minor, "ZJ prohibition 2"),
        new("MSG-05", Severity.Critical, "ZJ prohibition 2"),
        new("MSG-06", Severity.Critical, "ZJ prohibition 2"),
        new("MSG-07", Severity.Critical, "ZJ prohibition 2"),
        new("MSG-08", Severity.Major, "ZJ promise 3"),
        new("MSG-09", Severity.Major, "ZJ convenience B6"),
        new("MSG-10", Severity.Major, "ZJ promise 4"),
        new("MSG-11", Severity.Major, "ZJ promise 8; five-heart 2"),
        new("MSG-12", Severity.Major, "ZJ promise 4; convenience B6"),
    ];

    /// <summary>MSG-03: the time of day, the customer's, at which the night begins. 22:00, from ZJ prohibition 2; that it is the customer's is ours.</summary>
    public LocalTime NightBegins { get; init; } = new(22, 0);

    /// <summary>MSG-03: the time of day, the customer's, at which the night ends. 07:00, from ZJ prohibition 2; that it is the customer's is ours.</summary>
    public LocalTime NightEnds { get; init; } = new(7, 0);

    /// <summary>MSG-04: the most messages of customer care in a month. 1, from ZJ prohibition 2; that it is the calendar month is ours.</summary>
    public int CareMessages { get; init; } = 1;

    /// <summary>MSG-07: the operator's own service number, which customer care is sent from. 10086, from ZJ prohibition 2.</summary>
    public string ServiceNumber { get; init; } = "10086";

    /// <summary>MSG-09: the reminders in a month to a customer without a plan. 2, from ZJ convenience B6; that it is the least is ours.</summary>
    public int UsageReminders { get; init; } = 2;

    /// <summary>MSG-10: until the fee of content on demand is told. 5 min, assumed for the "right after" of ZJ promise 4.</summary>
    public TimeLimit FeeTold { get; init; } = TimeLimit.FromMinutes(5);

    /// <summary>MSG-11: the number that junk messages are forwarded to. Unset.</summary>
    public string? ReportNumber { get; init; }

    /// <summary>MSG-11: until a report of a junk message is handled and answered. 48 h, assumed for the "promptly" of ZJ promise 8.</summary>
    public TimeLimit ReportAnswer { get; init; } = TimeLimit.FromHours(48);

    /// <summary>MSG-12: the keyword that turns monthly-fee reminders on. DZXXSF, from ZJ promise 4.</summary>
    public string MonthlyFeeKeyword { get; init; } = "DZXXSF";

    /// <summary>MSG-12: the keyword that turns data reminders on. KTYLTX, from ZJ convenience B6.</summary>
    public string RemindersOnKeyword { get; init; } = "KTYLTX";

    /// <summary>MSG-12: the keyword that turns data reminders off. QXYLTX, from ZJ convenience B6.</summary>
    public string RemindersOffKeyword { get; init; } = "QXYLTX";

    /// <summary>MSG-12: the keyword that asks for the usage. CXYL, from ZJ convenience B6.</summary>
    public string UsageKeyword { get; init; } = "CXYL";

    internal MessagingStandards Through(FigureVisitor visit) => this with
    {
        NightBegins = visit.TimeOfDay("MSG-03", nameof(NightBegins), NightBegins),
        NightEnds = visit.TimeOfDay("MSG-03", nameof(NightEnds), NightEnds),
        CareMessages = visit.Count("MSG-04", nameof(CareMessages), CareMessages, 1, 100),
        ServiceNumber = visit.Text("MSG-07", nameof(ServiceNumber), ServiceNumber),
        UsageReminders = visit.Count("MSG-09", nameof(UsageReminders), UsageReminders, 1, 100),
        FeeTold = visit.Limit("MSG-10", nameof(FeeTold), FeeTold, FigureMark.Assumed),
        ReportNumber = visit.OptionalText("MSG-11", nameof(ReportNumber), ReportNumber),
        ReportAnswer = visit.Limit("MSG-11", nameof(ReportAnswer), ReportAnswer, FigureMark.Assumed),
        MonthlyFeeKeyword = visit.Text("MSG-12", nameof(MonthlyFeeKeyword), MonthlyFeeKeyword),
        RemindersOnKeyword = visit.Text("MSG-12", nameof(RemindersOnKeyword), RemindersOnKeyword),
        RemindersOffKeyword = visit.Text("MSG-12", nameof(RemindersOffKeyword), RemindersOffKeyword),
        UsageKeyword = visit.Text("MSG-12", nameof(UsageKeyword), UsageKeyword),
    };
}

using ServicePolicy.Catalogue;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Complaints;

/// <summary>The figures of the standards on complaints (CMP). All limits are elapsed time.</summary>
public sealed record ComplaintStandards
{
    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("CMP-01", Severity.Major, "ZJ focus 3; principles 2.3; GT ex.4 item 11"),
        new("CMP-02", Severity.Minor, "ZJ principles 2.1"),
        new("CMP-03", Severity.Major, "ZJ principles 2.2; focus 3; GT ex.2 item 1; CU 5"),
        new("CMP-04", Severity.Major, "ZJ promise 6"),
        new("CMP-05", Severity.Major, "ZJ principles 3") { DiffersFrom = "CMP-24" },
        new("CMP-06", Severity.Minor, "ZJ principles 3"),
        new("CMP-07", Severity.Major, "ZJ principles 2.3; GT ex.4 item 12"),
        new("CMP-08", Severity.Major, "ZJ principles 2.3; focus 3"),
        new("CMP-09", Severity.Minor, "GT ex.4 item 11"),
        new("CMP-10", Severity.Major, "CU 5") { DiffersFrom = "CMP-20" },
        new("CMP-11", Severity.Major, "ET 1860"),
        new("CMP-12", Severity.Major, "ET 1860"),
        new("CMP-13", Severity.Major, "ET key accounts"),
        new("CMP-14", Severity.Major, "ZJ convenience B4"),
        new("CMP-15", Severity.Critical, "GT ex.3"),
        new("CMP-16", Severity.Critical, "ZJ principles 4"),
        new("CMP-17", Severity.Minor, "GT ex.4 item 12"),
        new("CMP-18", Severity.Minor, "GT ex.4 item 11"),
        new("CMP-19", Severity.Minor, "ET 1860"),
        new("CMP-20", Severity.Major, "ET 1860") { DiffersFrom = "CMP-10" },
        new("CMP-21", Severity.Minor, "GT ex.2 item 5; ex.4 item 11"),
        new("CMP-22", Severity.Minor, "ET 1860; key accounts"),
        new("CMP-23", Severity.Major, "ET 1860"),
        new("CMP-24", Severity.Major, "GT ex.4 item 13") { DiffersFrom = "CMP-05" },
    ];

    /// <summary>CMP-04: until the first reply. 48 h, from ZJ promise 6.</summary>
    public TimeLimit FirstReply { get; init; } = TimeLimit.FromHours(48);

    /// <summary>CMP-05: until a VIP's complaint is resolved. 8 h, from ZJ principles 3.</summary>
    public TimeLimit Vip { get; init; } = TimeLimit.FromHours(8);

    /// <summary>CMP-05: until a GoTone customer's complaint is resolved. 24 h, from ZJ principles 3.</summary>
    public TimeLimit GoTone { get; init; } = TimeLimit.FromHours(24);

    /// <summary>CMP-05: until an ordinary customer's complaint is resolved. 48 h, from ZJ principles 3.</summary>
    public TimeLimit Ordinary { get; init; } = TimeLimit.FromHours(48);

    /// <summary>CMP-05: which limit a complaint has that is taken up again: it goes on, starts anew, or is one of its own. Unset.</summary>
    public ReopeningPolicy? Reopening { get; init; }

    /// <summary>CMP-06: what interconnection and cross-province complaints have beyond the limit of the tier. Unset.</summary>
    public TimeLimit? Extension { get; init; }

    /// <summary>CMP-07: until what cannot be settled on the spot is sent to the complaint team. 30 min, assumed for the "promptly" of ZJ principles 2.3.</summary>
    public TimeLimit SentToTeam { get; init; } = TimeLimit.FromMinutes(30);

    /// <summary>CMP-08: the share of all complaints that is handled over a period. 1, from ZJ principles 2.3.</summary>
    public decimal Handled { get; init; } = 1;

    /// <summary>CMP-08: the share of the valid complaints that is handled over a period. 1, from ZJ focus 3.</summary>
    public decimal ValidHandled { get; init; } = 1;

    /// <summary>CMP-09: the stars from which a hall settles by itself what elsewhere goes to the team. 5 stars, from GT ex.4 item 11.</summary>
    public int GreenChannelStars { get; init; } = 5;

    /// <summary>CMP-12: how far from the agreed time the customer may be called, before and after. 15 min, assumed.</summary>
    public TimeLimit CallTolerance { get; init; } = TimeLimit.FromMinutes(15);

    /// <summary>CMP-13: until a key customer is contacted about a complaint that needs work. 2 h, from ET key accounts.</summary>
    public TimeLimit KeyCustomerContact { get; init; } = TimeLimit.FromHours(2);

    /// <summary>CMP-14: until a customer who disputes a charge by replying to the reminder is contacted. 72 h, from ZJ convenience B4.</summary>
    public TimeLimit DisputeContact { get; init; } = TimeLimit.FromHours(72);

    /// <summary>CMP-15: which complaint on one matter is a repeat. The 2nd, assumed: the text of GT ex.3 is cut off.</summary>
    public int RepeatFrom { get; init; } = 2;

    /// <summary>CMP-16: the most that a compensation may be worth beyond the refund, for "moderate" of ZJ principles 4. Unset.</summary>
    public Money? MostExtra { get; init; }

    /// <summary>CMP-17: until a customer inclined to dispute is in the reception room and has one handler. 10 min, assumed for the "at once" of GT ex.4 item 12.</summary>
    public TimeLimit Reception { get; init; } = TimeLimit.FromMinutes(10);

    /// <summary>CMP-18: the share of complaints that is solved on the spot over a period, from 0 to 1. Unset.</summary>
    public decimal? SolvedOnTheSpot { get; init; }

    /// <summary>CMP-21: the share of suggestions that has feedback over a period, from 0 to 1. Unset.</summary>
    public decimal? SuggestionFeedback { get; init; }

    /// <summary>CMP-21: the share of questions that is solved at the first contact over a period, from 0 to 1. Unset.</summary>
    public decimal? SolvedAtFirstContact { get; init; }

    /// <summary>CMP-21: until a valid suggestion is passed up. Unset.</summary>
    public TimeLimit? PassedUp { get; init; }

    /// <summary>CMP-24: until a GoTone customer's complaint is resolved, by a hall's own limit. Unset.</summary>
    public TimeLimit? HallGoTone { get; init; }

    /// <summary>CMP-24: until an M-Zone customer's complaint is resolved, by a hall's own limit. Unset.</summary>
    public TimeLimit? HallMZone { get; init; }

    /// <summary>CMP-24: until an Easyown customer's complaint is resolved, by a hall's own limit. Unset.</summary>
    public TimeLimit? HallEasyown { get; init; }

    internal ComplaintStandards Through(FigureVisitor visit) => this with
    {
        FirstReply = visit.Limit("CMP-04", nameof(FirstReply), FirstReply),
        Vip = visit.Limit("CMP-05", nameof(Vip), Vip),
        GoTone = visit.Limit("CMP-05", nameof(GoTone), GoTone),
        Ordinary = visit.Limit("CMP-05", nameof(Ordinary), Ordinary),
        Reopening = visit.OptionalText("CMP-05", nameof(Reopening), Reopening, "goes on, starts anew, or an ISO 8601 duration, such as PT24H", text => ReopeningPolicy.TryParse(text, out ReopeningPolicy? policy) ? policy : null),
        Extension = visit.OptionalLimit("CMP-06", nameof(Extension), Extension),
        SentToTeam = visit.Limit("CMP-07", nameof(SentToTeam), SentToTeam, FigureMark.Assumed),
        Handled = visit.Share("CMP-08", nameof(Handled), Handled),
        ValidHandled = visit.Share("CMP-08", nameof(ValidHandled), ValidHandled),
        GreenChannelStars = visit.Count("CMP-09", nameof(GreenChannelStars), GreenChannelStars, 1, 5),
        CallTolerance = visit.Limit("CMP-12", nameof(CallTolerance), CallTolerance, FigureMark.Assumed),
        KeyCustomerContact = visit.Limit("CMP-13", nameof(KeyCustomerContact), KeyCustomerContact),
        DisputeContact = visit.Limit("CMP-14", nameof(DisputeContact), DisputeContact),
        RepeatFrom = visit.Count("CMP-15", nameof(RepeatFrom), RepeatFrom, 2, 100, FigureMark.Assumed),
        MostExtra = visit.OptionalAmount("CMP-16", nameof(MostExtra), MostExtra),
        Reception = visit.Limit("CMP-17", nameof(Reception), Reception, FigureMark.Assumed),
        SolvedOnTheSpot = visit.OptionalShare("CMP-18", nameof(SolvedOnTheSpot), SolvedOnTheSpot),
        SuggestionFeedback = visit.OptionalShare("CMP-21", nameof(SuggestionFeedback), SuggestionFeedback),
        SolvedAtFirstContact = visit.OptionalShare("CMP-21", nameof(SolvedAtFirstContact), SolvedAtFirstContact),
        PassedUp = visit.OptionalLimit("CMP-21", nameof(PassedUp), PassedUp),
        HallGoTone = visit.OptionalLimit("CMP-24", nameof(HallGoTone), HallGoTone),
        HallMZone = visit.OptionalLimit("CMP-24", nameof(HallMZone), HallMZone),
        HallEasyown = visit.OptionalLimit("CMP-24", nameof(HallEasyown), HallEasyown),
    };
}

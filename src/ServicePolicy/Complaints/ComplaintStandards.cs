using ServicePolicy.Catalogue;
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
        new("CMP-05", Severity.Major, "ZJ principles 3"),
        new("CMP-06", Severity.Minor, "ZJ principles 3"),
    ];

    /// <summary>CMP-04: until the first reply. 48 h, from ZJ promise 6.</summary>
    public TimeLimit FirstReply { get; init; } = TimeLimit.FromHours(48);

    /// <summary>CMP-05: until a VIP's complaint is resolved. 8 h, from ZJ principles 3.</summary>
    public TimeLimit Vip { get; init; } = TimeLimit.FromHours(8);

    /// <summary>CMP-05: until a GoTone customer's complaint is resolved. 24 h, from ZJ principles 3.</summary>
    public TimeLimit GoTone { get; init; } = TimeLimit.FromHours(24);

    /// <summary>CMP-05: until an ordinary customer's complaint is resolved. 48 h, from ZJ principles 3.</summary>
    public TimeLimit Ordinary { get; init; } = TimeLimit.FromHours(48);

    /// <summary>CMP-06: what interconnection and cross-province complaints have beyond the limit of the tier. Unset.</summary>
    public TimeLimit? Extension { get; init; }

    internal ComplaintStandards Through(FigureVisitor visit) => this with
    {
        FirstReply = visit.Limit("CMP-04", nameof(FirstReply), FirstReply),
        Vip = visit.Limit("CMP-05", nameof(Vip), Vip),
        GoTone = visit.Limit("CMP-05", nameof(GoTone), GoTone),
        Ordinary = visit.Limit("CMP-05", nameof(Ordinary), Ordinary),
        Extension = visit.OptionalLimit("CMP-06", nameof(Extension), Extension),
    };
}

using NodaTime;

namespace ServicePolicy.Customers;

/// <summary>A group whose members are customers.</summary>
public sealed record GroupCustomer : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Since when the host knows the group as it is.</summary>
    public required Instant KnownSince { get; init; }

    /// <summary>The Id of the group's time zone in the tz database, such as <c>Asia/Shanghai</c>; months are counted there.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>A group file was opened.</summary>
    public Occurrence FileOpened { get; init; }

    /// <summary>The members.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? Members { get; init; }

    /// <summary>Whether the members' business is handled collectively.</summary>
    public YesNo HandledCollectively { get; init; }

    /// <summary>How much of the members' bills the group pays; asked for only where nothing is handled collectively.</summary>
    public GroupPayment PaidByGroup { get; init; }

    /// <summary>The group was approved as a group customer.</summary>
    public Occurrence Approved { get; init; }

    /// <summary>The approval was withdrawn.</summary>
    public Occurrence ApprovalWithdrawn { get; init; }

    Instant IFact.OpenedAt => KnownSince;

    void IFact.Check(ref FactProblems problems)
    {
        problems.KnownZone(this, Zone);
        problems.NotNegative(this, Members);
        if (Approved.TryGetInstant(out Instant approved))
        {
            problems.NotBefore(this, ApprovalWithdrawn, approved, origin: nameof(Approved));
        }
    }
}

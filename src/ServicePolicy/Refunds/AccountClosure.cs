using NodaTime;

namespace ServicePolicy.Refunds;

/// <summary>An account that was closed, with what was left on it.</summary>
public sealed record AccountClosure : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was closed.</summary>
    public required Instant ClosedAt { get; init; }

    /// <summary>What was left on it.</summary>
    public required Money Balance { get; init; }

    /// <summary>How it was paid for.</summary>
    public AccountKind Kind { get; init; }

    /// <summary>The time zone of the account, such as <c>Asia/Shanghai</c>; the months are counted in it.</summary>
    public string? Zone { get; init; }

    /// <summary>The balance was checked as to whether it is refundable.</summary>
    public Occurrence BalanceChecked { get; init; }

    /// <summary>Whether it is; asked for only once it was checked.</summary>
    public YesNo Refundable { get; init; }

    /// <summary>The top-up invoice was shown; asked for only of a postpaid account.</summary>
    public Occurrence InvoiceShown { get; init; }

    /// <summary>The customer was told on which day the balance moves; asked for only of a prepaid account.</summary>
    public Occurrence CustomerTold { get; init; }

    Instant IFact.OpenedAt => ClosedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotNegative(this, Balance);
        problems.NotBefore(this, BalanceChecked, ClosedAt);
        if (Zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null)
        {
            problems.Add(this, nameof(Zone), $"'{Zone}' is no time zone. Give one of the tz database, such as Asia/Shanghai.");
        }
    }
}

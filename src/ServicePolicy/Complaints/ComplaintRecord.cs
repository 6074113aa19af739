using NodaTime;

namespace ServicePolicy.Complaints;

/// <summary>A complaint as it was written down. It tells what was recorded, not the personal data itself.</summary>
public sealed record ComplaintRecord : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the complaint.</summary>
    public string? ComplaintId { get; init; }

    /// <summary>When it was filed.</summary>
    public required Instant FiledAt { get; init; }

    /// <summary>It was read back to the customer, who confirmed it.</summary>
    public Occurrence Confirmed { get; init; }

    /// <summary>Whether the complainant's name is in it.</summary>
    public YesNo NameRecorded { get; init; }

    /// <summary>Whether the complainant's number is in it.</summary>
    public YesNo NumberRecorded { get; init; }

    /// <summary>Whether the complainant is a key customer.</summary>
    public YesNo KeyCustomer { get; init; }

    /// <summary>Whether the complainant's address is in it; asked for only of a key customer.</summary>
    public YesNo AddressRecorded { get; init; }

    Instant IFact.OpenedAt => FiledAt;
}

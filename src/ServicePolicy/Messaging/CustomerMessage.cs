using NodaTime;

namespace ServicePolicy.Messaging;

/// <summary>A message to a customer that is about to be sent, or was sent. It has what is known of the message, not its text.</summary>
/// <remarks>Messages that were sent at one instant are in order of <see cref="Sequence"/>, then Id.</remarks>
public sealed record CustomerMessage : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>When it was handed over for sending; whether it may be sent is decided from then on.</summary>
    public required Instant QueuedAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>By which procedure it is sent.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>What its content is, as the host has classified it.</summary>
    public ContentClass Content { get; init; }

    /// <summary>Whether its content advertises, as the host has classified it, by whichever procedure it is sent.</summary>
    public YesNo Advertising { get; init; }

    /// <summary>Whose channel it is sent through.</summary>
    public MessageChannel Channel { get; init; }

    /// <summary>The number that it is sent from; asked for only of customer care.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? SenderNumber { get; init; }

    /// <summary>The time zone of the customer, such as <c>Asia/Shanghai</c>; nights and months are the customer's.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Zone { get; init; }

    /// <summary>It was approved; asked for only of messages in the public interest or in an emergency.</summary>
    public Occurrence Approved { get; init; }

    /// <summary>It was filed; asked for only of messages in the public interest or in an emergency.</summary>
    public Occurrence Filed { get; init; }

    /// <summary>It went out. One that failed, or is still to be sent, has not.</summary>
    public Occurrence Sent { get; init; }

    /// <summary>Whether it gravely disturbed the customer; asked for only of customer care that was sent out of order.</summary>
    public YesNo GraveDisturbance { get; init; }

    Instant IFact.OpenedAt => QueuedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Sent, QueuedAt);
        problems.TimeZoneExists(this, Zone);
    }
}

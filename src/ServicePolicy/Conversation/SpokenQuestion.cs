using NodaTime;

namespace ServicePolicy.Conversation;

/// <summary>A question that a customer asks in a conversation.</summary>
public sealed record SpokenQuestion : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>When it was asked.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>It was answered.</summary>
    public Occurrence Answered { get; init; }

    /// <summary>The customer was asked whether the answer is clear.</summary>
    public Occurrence ClarityAsked { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Answered, AskedAt);
}

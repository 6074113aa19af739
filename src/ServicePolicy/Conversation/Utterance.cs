using NodaTime;

namespace ServicePolicy.Conversation;

/// <summary>What someone says in a conversation.</summary>
/// <remarks>What is said at one instant is in order of <see cref="Sequence"/>, then Id.</remarks>
public sealed record Utterance : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant SaidAt { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <summary>Who says it.</summary>
    public Speaker Speaker { get; init; }

    /// <summary>What is said; nobody sees it in findings, traces or logs.</summary>
    public required Secret Text { get; init; }

    /// <summary>How long it takes to say it.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public Duration? Length { get; init; }

    /// <summary>Its tone, as the host has classified it; asked for only of staff.</summary>
    public Tone Tone { get; init; }

    Instant IFact.OpenedAt => SaidAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Text is null)
        {
            problems.Add(this, nameof(Text), "there is none. Give what is said, which may be empty.");
        }

        if (Length <= Duration.Zero)
        {
            problems.Add(this, nameof(Length), $"'{Length}' is no time. Give how long it takes to say it, more than zero.");
        }
    }
}

using NodaTime;

namespace ServicePolicy.Conversation;

/// <summary>A conversation with a customer, with what the host has recognised in it; what was said word by word are <see cref="Utterance"/>s.</summary>
public sealed record CustomerConversation : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it began: the customer arrived, or the call was answered.</summary>
    public required Instant BeganAt { get; init; }

    /// <summary>Where it takes place.</summary>
    public ConversationSetting Setting { get; init; }

    /// <summary>What is heard from the other end; asked for only on the phone.</summary>
    public LineState Line { get; init; }

    /// <summary>By what means money changes hands; asked for only at a counter.</summary>
    public PaymentMeans Payment { get; init; }

    /// <summary>The customer was greeted.</summary>
    public Occurrence Greeted { get; init; }

    /// <summary>The company, the department or the own name was said.</summary>
    public Occurrence Introduced { get; init; }

    /// <summary>The amounts that change hands were said aloud.</summary>
    public Occurrence AmountsSaid { get; init; }

    /// <summary>The other end was greeted once more; asked for only where nobody is heard.</summary>
    public Occurrence GreetedAgain { get; init; }

    /// <summary>The other end was asked to dial again; asked for only where nobody is heard.</summary>
    public Occurrence RedialRequested { get; init; }

    /// <summary>The transaction was done; not happened where there was none.</summary>
    public Occurrence TransactionDone { get; init; }

    /// <summary>The customer was asked whether there is anything else.</summary>
    public Occurrence AnythingElseAsked { get; init; }

    /// <summary>The customer handed something over, such as a document.</summary>
    public Occurrence ItemReceived { get; init; }

    /// <summary>The customer was thanked for it.</summary>
    public Occurrence ItemThanked { get; init; }

    /// <summary>The customer was thanked at the close; asked for only on the hotline.</summary>
    public Occurrence Thanked { get; init; }

    /// <summary>Goodbye was said.</summary>
    public Occurrence Farewell { get; init; }

    /// <summary>The customer hung up.</summary>
    public Occurrence CustomerHungUp { get; init; }

    /// <summary>The member of staff hung up.</summary>
    public Occurrence StaffHungUp { get; init; }

    /// <summary>It ended: the customer left, or both hung up.</summary>
    public Occurrence Ended { get; init; }

    Instant IFact.OpenedAt => BeganAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Ended, BeganAt);
}

using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Privacy;

/// <summary>A ground on which customer information is disclosed. What is asked for depends on whom it names.</summary>
public sealed record DisclosureGround : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The Id of the disclosure.</summary>
    public required string DisclosureId { get; init; }

    /// <summary>When it was invoked; it allows from then on.</summary>
    public required Instant InvokedAt { get; init; }

    /// <summary>Whom it names.</summary>
    public DisclosureParty Party { get; init; }

    /// <summary>Of the customer: whether the customer was verified.</summary>
    public YesNo Verified { get; init; }

    /// <summary>Of an agent: whether the agent is duly authorised.</summary>
    public YesNo Authorised { get; init; }

    /// <summary>Of police, state security or a prosecutor: whether due procedure was followed.</summary>
    public YesNo DueProcedure { get; init; }

    /// <summary>Of a partner: whether a confidentiality agreement is signed.</summary>
    public YesNo ConfidentialityAgreement { get; init; }

    /// <summary>Of a partner: whether the cooperation contract covers it.</summary>
    public YesNo CooperationContract { get; init; }

    /// <summary>Of a partner: whether the customer consents.</summary>
    public YesNo CustomerConsent { get; init; }

    /// <summary>Of a partner: whether it is for the service that the customer subscribed to.</summary>
    public YesNo ForSubscribedService { get; init; }

    /// <summary>Of a government or consumer body: whether it handles the customer's complaint.</summary>
    public YesNo HandlesComplaint { get; init; }

    /// <summary>Of a government or consumer body: whether it asked for it.</summary>
    public YesNo OnRequest { get; init; }

    /// <summary>Of a partner or such a body: what is needed; nothing else may be disclosed.</summary>
    public ImmutableArray<DataKind> Needed { get; init; } = [];

    Instant IFact.OpenedAt => InvokedAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Needed.IsDefault)
        {
            problems.Add(this, nameof(Needed), "it is no list. Give an empty one where nothing is needed.");
        }
    }
}

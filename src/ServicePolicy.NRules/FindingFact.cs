using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>A finding that holds at the instant of a session, as a fact for rules of the host to match.</summary>
/// <remarks>
/// Comes when the finding begins to hold and goes when it ends, by the session alone; in between it is updated when only its interval or margin
/// changes, such as when what is breached is done at last. Equality is by reference.
/// </remarks>
public sealed class FindingFact
{
    internal FindingFact(LoneFinding content) => Content = content;

    /// <summary>The Id of the standard that says it.</summary>
    public string Standard => Finding.Standard.Id;

    /// <summary>What sort of thing it says.</summary>
    public FindingKind Kind => Content.Cell.Kind;

    /// <summary>How an obligation or entitlement stands.</summary>
    public FindingState State => Content.Cell.State;

    /// <summary>The key of the fact it is about.</summary>
    public FactKey Subject => FactKey.Of(Content.Subject);

    /// <summary>The finding itself, with its interval, margin, amount and words.</summary>
    public Finding Finding => Content.Finding;

    internal LoneFinding Content { get; set; }

    /// <summary>The finding in English.</summary>
    public override string ToString() => Finding.ToString();
}

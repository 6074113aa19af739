using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>A finding as a fact in a session, for rules of the host to match.</summary>
/// <remarks>Made, replaced and withdrawn by the session alone. Equality is by reference: findings are told apart by the match they came from.</remarks>
public sealed class FindingFact
{
    internal FindingFact(LoneFinding content)
    {
        Content = content;
        Subject = FactKey.Of(content.Subject);
    }

    /// <summary>The Id of the standard that says it.</summary>
    public string Standard => Finding.Standard.Id;

    /// <summary>What sort of thing it says.</summary>
    public FindingKind Kind => Content.Cell.Kind;

    /// <summary>How an obligation or entitlement stands.</summary>
    public FindingState State => Content.Cell.State;

    /// <summary>The key of the fact it is about.</summary>
    public FactKey Subject { get; }

    /// <summary>The finding itself, with its interval, margin, amount and words.</summary>
    public Finding Finding => Content.Finding;

    internal LoneFinding Content { get; }

    /// <summary>The finding in English.</summary>
    public override string ToString() => Finding.ToString();
}

using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What rules of ours tell each other in a session, over all time; rules of the host do not see it.</summary>
internal abstract class HiddenFact(LoneFinding content)
{
    public LoneFinding Content { get; } = content;

    /// <summary>What is said, for whoever watches the rules fire.</summary>
    public override string ToString() => Content.IsClaim ? $"claim by {Content.Finding.Standard.Id} on {FactKey.Of(Content.Subject)}" : Content.Finding.ToString();
}

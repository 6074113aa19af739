using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>A finding as one match found it, and what rules of ours see of it, if any asks for it.</summary>
internal sealed class SaidFinding(LoneFinding finding, HiddenFact? spoken, bool isTold)
{
    public LoneFinding Finding { get; } = finding;

    public HiddenFact? Spoken { get; } = spoken;

    /// <summary>Whether a finding made later of the same facts is this one; who is told of a breach looks at the fact as well, so that has to be the very one.</summary>
    public bool SaysTheSame(LoneFinding other) =>
        Finding.SaysTheSame(other) && (isTold ? ReferenceEquals(Finding.Subject, other.Subject) : FactKeyComparer.Same(Finding.Subject, other.Subject));
}

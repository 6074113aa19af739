using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>A finding that is shown while it holds.</summary>
internal sealed class HeldFinding(LoneFinding content, long order)
{
    public LoneFinding Content { get; } = content;

    /// <summary>Tells findings apart whose boundaries coincide.</summary>
    public long Order { get; } = order;

    /// <summary>What rules of the host match, while it holds.</summary>
    public FindingFact? Shown { get; set; }

    /// <summary>The next instant at which it begins or ends to hold, as seen from the session's.</summary>
    public Instant Boundary { get; set; } = Instant.MaxValue;
}

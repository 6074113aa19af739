using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>Something that is to go out to customers, or has gone out, and the plan for what may go wrong.</summary>
/// <remarks>The root of a case for <see cref="PolicyEngine.EvaluateRequest(PolicyCase, Instant)"/> as long as it is only asked for.</remarks>
public sealed record PlannedSending : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was asked whether it may go out, at the latest when it did.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>What it is.</summary>
    public SendingKind Kind { get; init; }

    /// <summary>The contingency plan was filed.</summary>
    public Occurrence PlanFiled { get; init; }

    /// <summary>It began to go out.</summary>
    public Occurrence Began { get; init; }

    Instant IFact.OpenedAt => AskedAt;

    void IFact.Check(ref FactProblems problems) => problems.NotBefore(this, Began, AskedAt);
}

using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>An engine whose evaluations of cases can be cancelled: <see cref="PolicyEngine.WithCancellation"/>.</summary>
/// <remarks>Every method throws <see cref="OperationCanceledException"/> where it was cancelled before it was done; beside that it is as the method of the same name of the engine.</remarks>
public sealed class CancellablePolicyEngine
{
    private readonly PolicyEngine engine;
    private readonly CancellationToken cancellation;

    internal CancellablePolicyEngine(PolicyEngine engine, CancellationToken cancellation) => (this.engine, this.cancellation) = (engine, cancellation);

    /// <inheritdoc cref="PolicyEngine.Evaluate(PolicyCase, Instant)"/>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public PolicyDecision Evaluate(PolicyCase @case, Instant asOf) => engine.Decision(@case, asOf, cancellation);

    /// <inheritdoc cref="PolicyEngine.EvaluateRequest(PolicyCase, Instant)"/>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public RequestDecision EvaluateRequest(PolicyCase @case, Instant asOf) => engine.RequestOf(@case, asOf, cancellation);

    /// <inheritdoc cref="PolicyEngine.Timeline(PolicyCase, Interval)"/>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public PolicyTimeline Timeline(PolicyCase @case, Interval window) => engine.TimelineOver(@case, Span.Of(window), cancellation);

    /// <inheritdoc cref="PolicyEngine.Explain(PolicyCase, Instant)"/>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public PolicyExplanation Explain(PolicyCase @case, Instant asOf) => engine.Explanation(@case, asOf, cancellation);
}

using NodaTime;

namespace ServicePolicy;

/// <summary>Decides as of now, by a clock that the host hands over.</summary>
public static class PolicyClockExtensions
{
    /// <summary>The decision on one fact at the clock's instant, which stands on the decision.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision EvaluateNow(this PolicyEngine engine, IFact fact, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(clock);
        return engine.Evaluate(fact, clock.GetCurrentInstant());
    }

    /// <summary>The decision on a case at the clock's instant, which stands on the decision.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision EvaluateNow(this PolicyEngine engine, PolicyCase @case, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(clock);
        return engine.Evaluate(@case, clock.GetCurrentInstant());
    }

    /// <summary>Whether the action that a fact asks for may be taken at the clock's instant.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequestNow(this PolicyEngine engine, IFact request, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(clock);
        return engine.EvaluateRequest(request, clock.GetCurrentInstant());
    }

    /// <summary>Whether the action that the root fact of a case asks for may be taken at the clock's instant.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequestNow(this PolicyEngine engine, PolicyCase @case, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(clock);
        return engine.EvaluateRequest(@case, clock.GetCurrentInstant());
    }

    /// <summary>The decision on one fact as of now, by .NET's clock; the instant stands on the decision.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision EvaluateNow(this PolicyEngine engine, IFact fact, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Evaluate(fact, Now(time));
    }

    /// <summary>The decision on a case as of now, by .NET's clock; the instant stands on the decision.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision EvaluateNow(this PolicyEngine engine, PolicyCase @case, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.Evaluate(@case, Now(time));
    }

    /// <summary>Whether the action that a fact asks for may be taken now, by .NET's clock.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequestNow(this PolicyEngine engine, IFact request, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.EvaluateRequest(request, Now(time));
    }

    /// <summary>Whether the action that the root fact of a case asks for may be taken now, by .NET's clock.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequestNow(this PolicyEngine engine, PolicyCase @case, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine.EvaluateRequest(@case, Now(time));
    }

    private static Instant Now(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}

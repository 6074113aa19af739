using NodaTime;

namespace ServicePolicy;

/// <summary>Instants as .NET has them, where a host meets the library.</summary>
/// <remarks>A <see cref="DateTimeOffset"/> counts in 100 nanoseconds; the next change of a decision is exact to one. See <see cref="PolicyDecision.DelayFrom"/>.</remarks>
public static class DateTimeOffsetExtensions
{
    extension(Occurrence)
    {
        /// <summary>The event that happened at <paramref name="at"/>; one that has not happened where it is <see langword="null"/>.</summary>
        /// <remarks>A source that does not record the event hands over <see cref="Occurrence.UnknownWhether"/> instead.</remarks>
        public static Occurrence From(DateTimeOffset? at) => at is { } known ? Occurrence.At(Instant.FromDateTimeOffset(known)) : Occurrence.NotHappened;
    }

    /// <summary>The decision on one fact at an instant.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision Evaluate(this PolicyEngine engine, IFact fact, DateTimeOffset asOf) => Given(engine).Evaluate(fact, Instant.FromDateTimeOffset(asOf));

    /// <summary>The decision on a case at an instant.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyDecision Evaluate(this PolicyEngine engine, PolicyCase @case, DateTimeOffset asOf) => Given(engine).Evaluate(@case, Instant.FromDateTimeOffset(asOf));

    /// <summary>Whether the action that a fact asks for may be taken at an instant.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequest(this PolicyEngine engine, IFact request, DateTimeOffset asOf) => Given(engine).EvaluateRequest(request, Instant.FromDateTimeOffset(asOf));

    /// <summary>Whether the action that the root fact of a case asks for may be taken at an instant.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static RequestDecision EvaluateRequest(this PolicyEngine engine, PolicyCase @case, DateTimeOffset asOf) => Given(engine).EvaluateRequest(@case, Instant.FromDateTimeOffset(asOf));

    /// <summary>The decision on a case, and how every named condition answered on the way. Costs more than evaluating.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyExplanation Explain(this PolicyEngine engine, PolicyCase @case, DateTimeOffset asOf) => Given(engine).Explain(@case, Instant.FromDateTimeOffset(asOf));

    /// <summary>All findings of a case over time; recurring ones from <paramref name="start"/> until before <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is before <paramref name="start"/>.</exception>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public static PolicyTimeline Timeline(this PolicyEngine engine, PolicyCase @case, DateTimeOffset start, DateTimeOffset end) =>
        Given(engine).Timeline(@case, new Interval(Instant.FromDateTimeOffset(start), Instant.FromDateTimeOffset(end)));

    /// <summary>As <see cref="PolicyDecision.DelayFrom"/>, from an instant of .NET's.</summary>
    /// <value>Zero when the change is past; <see langword="null"/> when there is none to wait for.</value>
    public static TimeSpan? DelayFrom(this PolicyDecision decision, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.DelayFrom(Instant.FromDateTimeOffset(now));
    }

    private static PolicyEngine Given(PolicyEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine;
    }
}

namespace ServicePolicy.Telemetry;

/// <summary>The names under which an engine tells what it does.</summary>
public static class PolicyTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "ServicePolicy";

    /// <summary>The counter of evaluations that gave an answer, tagged with <c>policy.operation</c> and <c>policy.outcome</c>.</summary>
    public const string Evaluations = "policy.evaluations";

    /// <summary>The counter of evaluations that threw, tagged with <c>policy.operation</c> and <c>error.type</c>.</summary>
    public const string Faults = "policy.faults";

    /// <summary>The counter of findings that held at the instant decided for, tagged with <c>policy.standard</c> and <c>policy.state</c>, which is the kind of a finding without a state.</summary>
    public const string Findings = "policy.findings";

    /// <summary>The histogram of durations in seconds, tagged with <c>policy.operation</c>; its instrument advises buckets from a microsecond to a second.</summary>
    public const string Duration = "policy.evaluation.duration";

    internal static string? Version { get; } = typeof(PolicyTelemetry).Assembly.GetName().Version?.ToString(3);
}

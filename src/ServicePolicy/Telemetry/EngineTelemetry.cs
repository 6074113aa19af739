using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace ServicePolicy.Telemetry;

/// <summary>Counts, times and traces the evaluations of an engine, for whoever listens to <see cref="PolicyTelemetry.Name"/>.</summary>
/// <remarks>
/// Names and outcomes only: no property of a fact but its key, and no message of an exception, ever leaves by this way, so that
/// secrets do not either. While nobody listens, an evaluation costs the two checks that say so, and allocates nothing.
/// </remarks>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The duration is for the listener; no decision sees it.")]
internal sealed class EngineTelemetry
{
    private const string Operation = "policy.operation";
    private const string Outcome = "policy.outcome";
    private const string ErrorType = "error.type";
    private const string Stream = "stream";
    private static readonly ActivitySource Source = new(PolicyTelemetry.Name, PolicyTelemetry.Version);
    private static readonly string[] Outcomes = Enum.GetNames<PolicyOutcome>();
    private static readonly string[] States = Enum.GetNames<FindingState>();
    private static readonly string[] Kinds = Enum.GetNames<FindingKind>();

    /// <summary>From a microsecond, as a fact alone takes, to the second of a large case: the default of listeners begins at five milliseconds.</summary>
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 1e-1, 1],
    };

    private readonly Counter<long> evaluations;
    private readonly Counter<long> faults;
    private readonly Counter<long> findings;
    private readonly Histogram<double> durations;

    private EngineTelemetry(Meter meter)
    {
        evaluations = meter.CreateCounter<long>(PolicyTelemetry.Evaluations, "{evaluation}", "Evaluations that gave an answer, by operation and outcome.");
        faults = meter.CreateCounter<long>(PolicyTelemetry.Faults, "{fault}", "Evaluations that gave none, by operation and type of error.");
        findings = meter.CreateCounter<long>(PolicyTelemetry.Findings, "{finding}", "Findings that held at the instant decided for, by standard and state.");
        durations = meter.CreateHistogram<double>(PolicyTelemetry.Duration, "s", "How long an evaluation took, by operation.", advice: Buckets);
    }

    /// <summary>The telemetry of all engines that have no factory of meters.</summary>
    public static EngineTelemetry Shared { get; } = new(new Meter(PolicyTelemetry.Name, PolicyTelemetry.Version));

    private bool IsListenedTo => Source.HasListeners() || evaluations.Enabled || faults.Enabled || findings.Enabled || durations.Enabled;

    public static EngineTelemetry Of(IMeterFactory? factory) =>
        factory is null ? Shared : new EngineTelemetry(factory.Create(PolicyTelemetry.Name, PolicyTelemetry.Version));

    /// <summary>Decides, and tells of it.</summary>
    public TResult Observe<TState, TResult>(string operation, IFact root, TState state, Func<TState, TResult> decide, Func<TResult, (string? Outcome, PolicyRuling Ruling)> said)
    {
        if (!IsListenedTo)
        {
            return decide(state);
        }

        long start = Stopwatch.GetTimestamp();
        using Activity? activity = Source.StartActivity($"policy {operation}");
        activity?.SetTag(Operation, operation).SetTag("policy.fact.type", root.GetType().Name).SetTag("policy.fact.id", root.Id);
        try
        {
            TResult result = decide(state);
            (string? outcome, PolicyRuling ruling) = said(result);
            activity?.SetTag(Outcome, outcome).SetTag("policy.edition", ruling.Version.Edition).SetTag("policy.catalogue", ruling.Version.Catalogue);
            Decided(operation, outcome);
            Found(ruling);
            return result;
        }
        catch (Exception fault)
        {
            Failed(operation, fault);
            activity?.SetTag(ErrorType, fault.GetType().Name).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Took(operation, start);
        }
    }

    /// <summary>When an item of a stream began; zero while nobody listens.</summary>
    public long StartItem() => IsListenedTo ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Tells of an item of a stream, which has no activity of its own.</summary>
    public void EndItem(long start, in PolicyResult result)
    {
        if (start == 0)
        {
            return;
        }

        Took(Stream, start);
        if (result.IsDecided)
        {
            Decided(Stream, Name(result.Decision.Outcome));
            Found(result.Decision);
        }
        else
        {
            Failed(Stream, result.Fault);
        }
    }

    /// <summary>Begins the one activity of a stream.</summary>
    public static Activity? StartStream() => Source.StartActivity($"policy {Stream}")?.SetTag(Operation, Stream);

    /// <summary>Ends the activity of a stream.</summary>
    public static void EndStream(Activity activity, long given, long faults, bool completed)
    {
        activity.SetTag("policy.cases", given).SetTag("policy.faults", faults).SetTag("policy.completed", completed);
        activity.Dispose();
    }

    public static string Name(PolicyOutcome outcome) => Outcomes[(int)outcome];

    private void Decided(string operation, string? outcome) =>
        evaluations.Add(1, new KeyValuePair<string, object?>(Operation, operation), new KeyValuePair<string, object?>(Outcome, outcome));

    /// <summary>Counts what holds at the instant; a timeline has none.</summary>
    private void Found(PolicyRuling ruling)
    {
        if (!findings.Enabled || ruling.Moment is null)
        {
            return;
        }

        foreach (Finding finding in ruling.Findings)
        {
            findings.Add(
                1,
                new KeyValuePair<string, object?>("policy.standard", finding.Standard.Id),
                new KeyValuePair<string, object?>("policy.state", finding.State == FindingState.None ? Kinds[(int)finding.Kind] : States[(int)finding.State]));
        }
    }

    private void Failed(string operation, Exception fault) =>
        faults.Add(1, new KeyValuePair<string, object?>(Operation, operation), new KeyValuePair<string, object?>(ErrorType, fault.GetType().Name));

    private void Took(string operation, long start) =>
        durations.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>(Operation, operation));
}

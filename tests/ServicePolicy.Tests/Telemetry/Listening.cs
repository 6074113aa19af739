using System.Diagnostics;
using System.Diagnostics.Metrics;
using ServicePolicy.Telemetry;
using ServicePolicy.Tests.Rules;

namespace ServicePolicy.Tests.Telemetry;

/// <summary>An engine that is listened to, and what was heard of it alone.</summary>
internal sealed class Listening : IMeterFactory
{
    private readonly Activity parent = new Activity("test").Start();
    private readonly List<(string Instrument, IReadOnlyDictionary<string, object?> Tags)> measured = [];
    private readonly List<Activity> activities = [];
    private readonly ActivityListener activityListener;
    private readonly MeterListener meterListener = new();
    private Meter? meter;

    /// <summary>Listens to the library's engine, or to one with the rules that a test writes.</summary>
    public Listening(Action<TestRules>? write = null)
    {
        meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == this)
            {
                listener.EnableMeasurementEvents(instrument);
                AdvisedBuckets = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? AdvisedBuckets;
            }
        };
        meterListener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        meterListener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        meterListener.Start();
        activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PolicyTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(activityListener);
        PolicyEngineOptions options = new() { Telemetry = true, MeterFactory = this };
        if (write is not null)
        {
            options.IncludeCatalogue = false;
            options.RuleSets.Add(_ => new TestRules(write, "T-1"));
        }

        Engine = PolicyEngine.Create(ServiceStandards.Default, options);
    }

    public PolicyEngine Engine { get; }

    public IReadOnlyList<double>? AdvisedBuckets { get; private set; }

    public IReadOnlyList<Activity> Activities => activities;

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string instrument)
    {
        lock (measured)
        {
            return [.. measured.Where(measurement => measurement.Instrument == instrument).Select(measurement => measurement.Tags)];
        }
    }

    public Meter Create(MeterOptions options) => meter = new Meter(options.Name, options.Version, options.Tags, scope: this);

    public void Dispose()
    {
        activityListener.Dispose();
        meterListener.Dispose();
        meter?.Dispose();
        parent.Dispose();
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> copy = tags.ToArray().ToDictionary();
        lock (measured)
        {
            measured.Add((instrument.Name, copy));
        }
    }
}

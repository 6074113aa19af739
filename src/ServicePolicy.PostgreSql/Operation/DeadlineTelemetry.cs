using System.Diagnostics.Metrics;
using ServicePolicy.PostgreSql.Deadlines;

namespace ServicePolicy.PostgreSql.Operation;

/// <summary>Counts what the workers of a process do, for whoever listens to <see cref="Name"/>. Numbers only: no key and no fact leaves by this way.</summary>
public sealed class DeadlineTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "ServicePolicy.PostgreSql";

    private readonly Counter<long> changed;
    private readonly Counter<long> faulted;
    private readonly Counter<long> delivered;
    private readonly Counter<long> retried;
    private readonly Counter<long> dead;

    internal DeadlineTelemetry(IMeterFactory? factory)
    {
        string? version = typeof(DeadlineTelemetry).Assembly.GetName().Version?.ToString(3);
        Meter meter = factory?.Create(Name, version) ?? new Meter(Name, version);
        changed = meter.CreateCounter<long>("policy.changes.found", "{change}", "Changes of open cases that were put into the outbox.");
        faulted = meter.CreateCounter<long>("policy.cases.faults", "{fault}", "Times that a case could not be decided.");
        delivered = meter.CreateCounter<long>("policy.changes.delivered", "{change}", "Changes that the handler took.");
        retried = meter.CreateCounter<long>("policy.changes.retried", "{change}", "Changes that the handler did not take, and will be given again.");
        dead = meter.CreateCounter<long>("policy.changes.dead", "{change}", "Changes that the handler did not take for the last time.");
        meter.CreateObservableGauge("policy.cases.open", () => Gauge(statistics => statistics.Open), "{case}", "Open cases, as the server estimates them.");
        meter.CreateObservableGauge("policy.cases.overdue", () => Gauge(statistics => statistics.Overdue), "{case}", "Cases that are due and not taken yet, up to 10,000.");
        meter.CreateObservableGauge("policy.cases.lag", () => Gauge(statistics => statistics.Lag.TotalSeconds), "s", "For how long the first of them has been due.");
        meter.CreateObservableGauge("policy.cases.faulted", () => Gauge(statistics => statistics.Faulted), "{case}", "Cases that could not be decided.");
        meter.CreateObservableGauge("policy.changes.undelivered", () => Gauge(statistics => statistics.Undelivered), "{change}", "Changes to be delivered, up to 10,000.");
        meter.CreateObservableGauge("policy.changes.put_aside", () => Gauge(statistics => statistics.Dead), "{change}", "Changes that no handler took.");
    }

    /// <summary>The statistics that were read last; <see langword="null"/> before the first time.</summary>
    public CaseStatistics? Statistics { get; internal set; }

    internal void Fired(Firing firing)
    {
        changed.Add(firing.Changes);
        faulted.Add(firing.Faults);
    }

    internal void Delivered(Delivery delivery)
    {
        delivered.Add(delivery.Delivered);
        retried.Add(delivery.Retried);
        dead.Add(delivery.Dead);
    }

    private IEnumerable<Measurement<T>> Gauge<T>(Func<CaseStatistics, T> of)
        where T : struct => Statistics is { } read ? [new Measurement<T>(of(read))] : [];
}

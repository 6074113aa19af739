using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using NodaTime;
using ServicePolicy.Telemetry;

namespace ServicePolicy;

/// <summary>Decides streams of independent cases.</summary>
public static class PolicyStreaming
{
    /// <summary>Decides any number of cases, one result each, in their order.</summary>
    /// <remarks>
    /// Memory is bounded by two batches per core. A case that cannot be decided becomes a result with a fault; the rest goes on. An
    /// exception of the source itself, or cancellation, ends the stream.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The stream was cancelled.</exception>
    public static async IAsyncEnumerable<PolicyResult> EvaluateAllAsync(
        this PolicyEngine engine,
        IAsyncEnumerable<PolicyCase> cases,
        Instant asOf,
        PolicyStreamOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(cases);
        options ??= new PolicyStreamOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Degree, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize, nameof(options));
        Queue<Task<PolicyResult[]>> pending = new();
        // Not disposed of: batches may still be under way when a caller stops early, and it holds no handle.
        SemaphoreSlim cores = new(options.Degree);
        List<PolicyCase> batch = [];
        long taken = 0, given = 0, faults = 0;
        bool completed = false;
        ExceptionDispatchInfo? failure = null;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Activity? activity = engine.Telemetry is null ? null : EngineTelemetry.StartStream();
        try
        {
            IAsyncEnumerator<PolicyCase> source = cases.GetAsyncEnumerator(cancellation);
            await using ConfiguredAsyncDisposable disposal = source.ConfigureAwait(false);
            while (await More(source).ConfigureAwait(false))
            {
                batch.Add(source.Current);
                if (batch.Count < options.BatchSize)
                {
                    continue;
                }

                pending.Enqueue(Start());
                if (pending.Count >= 2 * options.Degree)
                {
                    foreach (PolicyResult result in await Finish().ConfigureAwait(false))
                    {
                        yield return result;
                    }
                }
            }

            pending.Enqueue(Start());
            while (pending.Count > 0)
            {
                foreach (PolicyResult result in await Finish().ConfigureAwait(false))
                {
                    yield return result;
                }
            }

            failure?.Throw();
            completed = true;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            if (activity is not null)
            {
                EngineTelemetry.EndStream(activity, given, faults, completed);
            }
        }

        // What was read before the source failed is given out first.
        async Task<bool> More(IAsyncEnumerator<PolicyCase> source)
        {
            try
            {
                return await source.MoveNextAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // It is thrown on, later.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(exception);
                return false;
            }
        }

        Task<PolicyResult[]> Start()
        {
            PolicyCase[] work = [.. batch];
            long first = taken;
            taken += work.Length;
            batch.Clear();
            CancellationToken token = stop.Token;
            return Task.Run(() => Decide(engine, work, first, asOf, cores, token), token);
        }

        async Task<PolicyResult[]> Finish()
        {
            PolicyResult[] results = await pending.Dequeue().ConfigureAwait(false);
            given += results.Length;
            faults += activity is null ? 0 : results.Count(result => !result.IsDecided);
            options.Progress?.Report(given);
            return results;
        }
    }

    /// <inheritdoc cref="EvaluateAllAsync(PolicyEngine, IAsyncEnumerable{PolicyCase}, Instant, PolicyStreamOptions?, CancellationToken)"/>
    public static IAsyncEnumerable<PolicyResult> EvaluateAllAsync(
        this PolicyEngine engine,
        IEnumerable<PolicyCase> cases,
        Instant asOf,
        PolicyStreamOptions? options = null,
        CancellationToken cancellation = default) => engine.EvaluateAllAsync(cases.ToAsyncEnumerable(), asOf, options, cancellation);

    private static async Task<PolicyResult[]> Decide(PolicyEngine engine, PolicyCase[] cases, long first, Instant asOf, SemaphoreSlim cores, CancellationToken cancellation)
    {
        await cores.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            PolicyResult[] results = new PolicyResult[cases.Length];
            for (int i = 0; i < cases.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                long start = engine.Telemetry?.StartItem() ?? 0;
                results[i] = Decide(engine, cases[i], first + i, asOf);
                engine.Telemetry?.EndItem(start, results[i]);
            }

            return results;
        }
        finally
        {
            cores.Release();
        }
    }

    private static PolicyResult Decide(PolicyEngine engine, PolicyCase @case, long index, Instant asOf)
    {
        try
        {
            return new PolicyResult(index, @case, engine.Decide(@case, asOf), null);
        }
#pragma warning disable CA1031 // Whatever a case throws is its result: it must not end the stream.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new PolicyResult(index, @case, null, fault);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServicePolicy.DependencyInjection;

namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>Watches open cases for as long as the host runs, and tells a handler of every change that comes with time.</summary>
/// <remarks>
/// Safe to share. One timer serves all cases. A change that was not told, because the host was down or its clock was set, is told when it can be, each in its order
/// and as of its own instant.
/// </remarks>
public sealed partial class DeadlineWatch : BackgroundService
{
    private readonly Lock gate = new();
    private readonly Dictionary<(Type Type, string Id), Watched> cases = [];
    private readonly PriorityQueue<Watched, Instant> queue = new();
    private readonly PolicyEngineMonitor engine;
    private readonly IDeadlineHandler handler;
    private readonly IOpenCases? open;
    private readonly TimeProvider time;
    private readonly ILogger<DeadlineWatch> logger;
    private readonly IDisposable rebuilt;
    private TaskCompletionSource woken = NewSignal();

    internal DeadlineWatch(PolicyEngineMonitor engine, IDeadlineHandler handler, IOpenCases? open, DeadlineWatchOptions options, TimeProvider time, ILogger<DeadlineWatch> logger)
    {
        this.engine = engine;
        this.handler = handler;
        this.open = open;
        Options = options;
        this.time = time;
        this.logger = logger;
        rebuilt = engine.OnChange(_ => DecideAgain());
    }

    /// <summary>How many cases are watched.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return cases.Count;
            }
        }
    }

    /// <summary>How long the change that waits longest to be told has waited; zero where none does.</summary>
    public TimeSpan Lag
    {
        get
        {
            Instant now = Now;
            lock (gate)
            {
                Duration lag = cases.Values.Where(watched => watched.Due is not null).Select(watched => now - watched.Due!.Value).Append(Duration.Zero).Max();
                return lag.ToTimeSpan();
            }
        }
    }

    internal DeadlineWatchOptions Options { get; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Watches a case from now on, or in the place of what was known of it before: the one with the same root.</summary>
    /// <returns>The decision as of now, of which the handler is not told.</returns>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public PolicyDecision Watch(PolicyCase @case) => Watch(@case, Now);

    /// <summary>Stops watching the case with that root.</summary>
    /// <returns>Whether it was watched.</returns>
    public bool Forget(IFact root)
    {
        ArgumentNullException.ThrowIfNull(root);
        lock (gate)
        {
            return cases.Remove((root.GetType(), root.Id), out Watched? watched) && (watched.IsOver = true);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        rebuilt.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await OpenAsync(stoppingToken).ConfigureAwait(false);
        while (!stoppingToken.IsCancellationRequested)
        {
            TaskCompletionSource signal = NewSignal();
            Watched? due;
            TimeSpan wait;
            lock (gate)
            {
                woken = signal;
                due = TakeDue(out wait);
            }

            if (due is null)
            {
                await signal.Task.WaitAsync(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            else
            {
                await TellAsync(due, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private PolicyDecision Watch(PolicyCase @case, Instant toldUntil)
    {
        ArgumentNullException.ThrowIfNull(@case);
        PolicyDecision decision = engine.Current.Evaluate(@case, toldUntil);
        lock (gate)
        {
            (Type, string Id) key = (@case.Root.GetType(), @case.Root.Id);
            if (cases.TryGetValue(key, out Watched? before))
            {
                before.IsOver = true;
            }

            Schedule(cases[key] = new Watched(@case, decision));
        }

        return decision;
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the other cases are watched all the same, and a source that fails is read again.")]
    private async Task OpenAsync(CancellationToken stopping)
    {
        for (TimeSpan wait = Options.RetryAfter; open is not null && !stopping.IsCancellationRequested; wait = Longer(wait))
        {
            try
            {
                await foreach (OpenCase one in open.ReadAsync(stopping).ConfigureAwait(false))
                {
                    Reopen(one);
                }

                return;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                LogUnread(logger, wait, exception);
                await Task.Delay(wait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Watches a case that was open, unless the host has handed it over since it started: then it knows more.</summary>
    private void Reopen(OpenCase one)
    {
        IFact root = one.Case.Root;
        lock (gate)
        {
            if (cases.ContainsKey((root.GetType(), root.Id)))
            {
                return;
            }
        }

        try
        {
            Watch(one.Case, one.ToldUntil);
        }
        catch (Exception exception) when (exception is InvalidFactException or RuleFaultException)
        {
            LogUndecided(logger, FactKey.Of(root), exception);
        }
    }

    /// <summary>The first case that is due, or how long until one may be.</summary>
    private Watched? TakeDue(out TimeSpan wait)
    {
        wait = Options.MostWait;
        while (queue.TryPeek(out Watched? first, out Instant at))
        {
            if (first.IsOver || first.NextTry != at)
            {
                queue.Dequeue();
                continue;
            }

            Duration until = at - Now;
            if (until <= Duration.Zero)
            {
                queue.Dequeue();
                return first;
            }

            wait = until < Duration.FromTimeSpan(Options.MostWait) ? TimeSpan.FromMilliseconds(Math.Ceiling(until.TotalMilliseconds)) : Options.MostWait;
            return null;
        }

        return null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged and told again; the other cases are watched all the same.")]
    private async Task TellAsync(Watched watched, CancellationToken stopping)
    {
        (PolicyDecision before, Instant at) = (watched.Decision, watched.Due!.Value);
        try
        {
            PolicyDecision after = engine.Current.Evaluate(watched.Case, at);

            // At the end of the window that was looked at there may be no change: then it is looked at further.
            if (before.NextChange.Kind == NextChangeKind.At || FindingChange.Between(before, after).Count > 0)
            {
                await handler.HandleAsync(new DeadlineChange(watched.Case, before, after), stopping).ConfigureAwait(false);
            }

            lock (gate)
            {
                // A new engine may have decided meanwhile.
                watched.Decision = watched.Decision == before ? after : engine.Current.Evaluate(watched.Case, at);
                watched.Wait = null;
                Schedule(watched);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            lock (gate)
            {
                watched.Wait = watched.Wait is { } last ? Longer(last) : Options.RetryAfter;
                Enqueue(watched, Now + Duration.FromTimeSpan(watched.Wait.Value));
            }

            LogUntold(logger, FactKey.Of(watched.Case.Root), at, exception);
        }
    }

    /// <summary>By a new engine each case is decided as of when it was last told of: what differs by the figures alone is no change of time.</summary>
    private void DecideAgain()
    {
        lock (gate)
        {
            foreach (Watched watched in cases.Values)
            {
                try
                {
                    watched.Decision = engine.Current.Evaluate(watched.Case, watched.Decision.AsOf);
                    Schedule(watched);
                }
                catch (Exception exception) when (exception is InvalidFactException or RuleFaultException)
                {
                    LogUndecided(logger, FactKey.Of(watched.Case.Root), exception);
                }
            }
        }
    }

    private void Schedule(Watched watched)
    {
        if (watched.Due is { } due)
        {
            Enqueue(watched, due);
        }
        else
        {
            watched.NextTry = null;
        }
    }

    private void Enqueue(Watched watched, Instant at)
    {
        watched.NextTry = at;
        queue.Enqueue(watched, at);
        woken.TrySetResult();
    }

    private TimeSpan Longer(TimeSpan wait) => wait < Options.MostWait / 2 ? wait * 2 : Options.MostWait;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The open cases could not be read, and are read again in {Wait}.")]
    private static partial void LogUnread(ILogger logger, TimeSpan wait, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Case} cannot be decided, and is not watched. Hand it over again when its facts are mended.")]
    private static partial void LogUndecided(ILogger logger, FactKey @case, Exception exception);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The change of {Case} at {At} could not be told, and is told again.")]
    private static partial void LogUntold(ILogger logger, FactKey @case, Instant at, Exception exception);

    /// <summary>A case, and until when its changes were told.</summary>
    private sealed class Watched(PolicyCase @case, PolicyDecision decision)
    {
        public PolicyCase Case { get; } = @case;

        /// <summary>The decision of which the handler was told last.</summary>
        public PolicyDecision Decision { get; set; } = decision;

        /// <summary>When there is something to tell, or to look further.</summary>
        public Instant? Due => Decision.NextChange.Instant ?? Decision.NextChange.LookedUntil;

        /// <summary>When that is tried; its place in the queue, and what stands there for any other instant counts no more.</summary>
        public Instant? NextTry { get; set; }

        /// <summary>The last wait after the handler threw.</summary>
        public TimeSpan? Wait { get; set; }

        public bool IsOver { get; set; }
    }
}

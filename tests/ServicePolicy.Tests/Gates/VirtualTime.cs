namespace ServicePolicy.Tests.Gates;

/// <summary>Time that passes only by <see cref="Run"/>: at once, timer after timer, each with all that follows from it.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<Timer, (long At, long Order)> timers = new();
    private long now;
    private long order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Timer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs until no timer is left, and gives the time that passed.</summary>
    public TimeSpan Run()
    {
        while (timers.TryDequeue(out Timer? timer, out (long At, long Order) due))
        {
            now = due.At;
            timer.Fire(due);
        }

        return TimeSpan.FromTicks(now);
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private (long, long) due = (-1, -1);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            due = (-1, -1);
            if (dueTime >= TimeSpan.Zero)
            {
                due = (time.now + dueTime.Ticks, time.order++);
                time.timers.Enqueue(this, due);
            }

            return true;
        }

        public void Fire((long, long) at)
        {
            if (due == at)
            {
                callback(state);
            }
        }

        public void Dispose() => due = (-1, -1);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

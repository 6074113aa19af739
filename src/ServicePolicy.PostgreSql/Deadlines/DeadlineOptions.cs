namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>How open cases are watched, and their changes delivered.</summary>
public sealed class DeadlineOptions
{
    /// <summary>How many cases a worker takes at a time.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How many changes of one case are worked out at a time; the rest follow, after the other cases.</summary>
    public int MostChanges { get; set; } = 100;

    /// <summary>After which time a worker looks at the latest, when nothing it knows of is due before: how late a case can be that another process opened with a near due.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a worker waits after a batch that was not full, so that the next one is fuller.</summary>
    public TimeSpan Gather { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How many changes are taken out for delivery at a time.</summary>
    public int DeliveryBatch { get; set; } = 200;

    /// <summary>How many deliver at the same time in this process; with more than one, two changes of one case may arrive in either order.</summary>
    public int Deliverers { get; set; } = 1;

    /// <summary>How long a handler may take. Whoever is frozen for longer than twice that loses what it holds to others.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how many tries a change that no handler took, or a case that could not be decided, is put aside.</summary>
    public int MostTries { get; set; } = 10;

    /// <summary>After which time the first try is repeated; each further one waits twice as long, five minutes at most.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often what failed is looked at again, and the gauges are read.</summary>
    public TimeSpan MaintenanceInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How late the oldest due may be before the health check says degraded.</summary>
    public TimeSpan HealthyLag { get; set; } = TimeSpan.FromMinutes(1);

    internal long RetryAt(long now, int tries)
    {
        const long NanosecondsPerTick = 100;
        TimeSpan wait = RetryAfter * Math.Pow(2, Math.Min(tries - 1, 20));
        return now + (wait < MostWait ? wait : MostWait).Ticks * NanosecondsPerTick;
    }

    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(5);

    internal void Validate()
    {
        foreach ((string name, int value) in new[] { (nameof(BatchSize), BatchSize), (nameof(MostChanges), MostChanges), (nameof(DeliveryBatch), DeliveryBatch), (nameof(Deliverers), Deliverers), (nameof(MostTries), MostTries) })
        {
            Check(name, value, value >= 1, "one or more");
        }

        foreach ((string name, TimeSpan value) in new[] { (nameof(Poll), Poll), (nameof(HandlerTimeout), HandlerTimeout), (nameof(RetryAfter), RetryAfter), (nameof(MaintenanceInterval), MaintenanceInterval) })
        {
            Check(name, value, value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromDays(1), "a millisecond to a day");
        }

        Check(nameof(Gather), Gather, Gather >= TimeSpan.Zero && Gather <= TimeSpan.FromDays(1), "zero to a day");

        static void Check(string name, object value, bool isRight, string range)
        {
            if (!isRight)
            {
                throw new ArgumentOutOfRangeException(name, value, $"{name} is '{value}'. Give {range}.");
            }
        }
    }
}

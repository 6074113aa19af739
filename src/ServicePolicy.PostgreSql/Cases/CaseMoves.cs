using Microsoft.Extensions.Logging;
using Npgsql;
using ServicePolicy.PostgreSql.Deadlines;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>What is to be written for a batch of cases that were taken.</summary>
internal sealed class CaseMoves(DeadlineOptions options, ILogger logger, TimeProvider time, long now)
{
    /// <summary>After which time what was decided is written first: neither the others nor the vacuum has to wait for cases that are large.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly long start = time.GetTimestamp();
    private readonly List<CaseState> moved = [];
    private readonly List<string> mended = [];
    private readonly List<FaultRow> faults = [];

    public List<ChangeRow> Changes { get; } = [];

    /// <summary>When the first of the cases that move on is due next.</summary>
    public long FirstDue { get; private set; } = Nanoseconds.Never;

    /// <summary>Whether the rest is better left to the next batch.</summary>
    public bool IsLong => time.GetElapsedTime(start) > Most;

    /// <summary>How many cases were taken.</summary>
    public int Cases { get; private set; }

    public int Faults => faults.Count;

    /// <summary>Takes a case from step to step; one that cannot be decided must not hold up the others: it is put aside, and told.</summary>
    /// <param name="loaded">The case.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="steps">States that it comes to, with the changes of each step put where it is told.</param>
    public void Take(LoadedCase loaded, CaseState state, Func<CaseState, List<ChangeRow>, CaseState?> steps)
    {
        Cases++;
        CaseState last = state;
        List<ChangeRow> own = [];
        try
        {
            while (steps(last, own) is { } next)
            {
                last = next;
            }

            FirstDue = Math.Min(FirstDue, last.Due);
            if (loaded.FaultDue is not null)
            {
                mended.Add(last.CaseId);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            int tries = loaded.Tries + 1;
            logger.CaseFaulted(last.CaseId, Nanoseconds.ToInstant(last.Due), error.GetType().Name, tries);
            faults.Add(new FaultRow(last.CaseId, last.Due, tries, tries < options.MostTries ? options.RetryAt(now, tries) : null, Errors.Text(error)));
        }

        if (last != loaded.State)
        {
            moved.Add(last);
            Changes.AddRange(own);
        }
    }

    public void Write(NpgsqlBatch batch, CaseTables tables)
    {
        tables.Move(batch, moved, Changes);
        tables.RemoveFaults(batch, [.. mended]);
        tables.AddFaults(batch, faults);
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Takes changes out of the outbox and hands them to the host's handler: each at least once, and one that nobody takes is put aside in the end.</summary>
/// <remarks>Any number may work at once, in any number of processes. Whatever process dies or is frozen, what it had in hand is delivered by another, again perhaps.</remarks>
public sealed class ChangeRelay
{
    private readonly NpgsqlDataSource database;
    private readonly ICaseChangeHandler? handler;
    private readonly ITransactionalCaseChangeHandler? transactional;
    private readonly DeadlineOptions options;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly OutboxTables tables;

    /// <summary>A relay to a handler in the process.</summary>
    public ChangeRelay(
        NpgsqlDataSource database, SchemaName schema, ICaseChangeHandler handler, DeadlineOptions? options = null, ILogger<ChangeRelay>? logger = null, TimeProvider? time = null)
        : this(database, schema, options, logger, time)
    {
        ArgumentNullException.ThrowIfNull(handler);
        this.handler = handler;
    }

    /// <summary>A relay to a handler within the transaction.</summary>
    public ChangeRelay(
        NpgsqlDataSource database, SchemaName schema, ITransactionalCaseChangeHandler handler, DeadlineOptions? options = null, ILogger<ChangeRelay>? logger = null, TimeProvider? time = null)
        : this(database, schema, options, logger, time)
    {
        ArgumentNullException.ThrowIfNull(handler);
        transactional = handler;
    }

    private ChangeRelay(NpgsqlDataSource database, SchemaName schema, DeadlineOptions? options, ILogger<ChangeRelay>? logger, TimeProvider? time)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        this.database = database;
        this.time = MachineTime.Unless(time);
        this.options = options ?? new DeadlineOptions();
        this.options.Validate();
        this.logger = logger ?? NullLogger<ChangeRelay>.Instance;
        tables = new OutboxTables(schema);
    }

    /// <summary>Delivers a batch.</summary>
    /// <param name="now">The instant by which what failed before is to be tried again.</param>
    /// <param name="cancellationToken">Ends the waiting for changes, and the batch after the change that a handler has in hand.</param>
    public async Task<Delivery> DeliverAsync(Instant now, CancellationToken cancellationToken = default)
    {
        long at = Nanoseconds.Of(now);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            List<OutboxEntry> entries = await tables.ClaimAsync(connection, at, options.DeliveryBatch, IdleTime, cancellationToken).ConfigureAwait(false);
            if (entries.Count == 0)
            {
                return default;
            }

            if (handler is not null)
            {
                (List<OutboxEntry> taken, List<(OutboxEntry Entry, Exception Error)> failed) = await HandleAsync(entries, cancellationToken).ConfigureAwait(false);
                return await SettleAsync(connection, transaction, taken, failed, at).ConfigureAwait(false);
            }

            (Func<Task>? then, Exception? error) = await TryHandleAsync(entries, transaction).ConfigureAwait(false);
            if (error is null)
            {
                return await SettleAsync(connection, transaction, entries, [], at, then).ConfigureAwait(false);
            }

            await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
            return entries.Count == 1
                ? await FailAsync(connection, entries[0], error, at).ConfigureAwait(false)
                : await OneByOneAsync(connection, entries, at, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan IdleTime => 2 * options.HandlerTimeout + IdleLimit.Usual;

    private async Task<(List<OutboxEntry> Taken, List<(OutboxEntry Entry, Exception Error)> Failed)> HandleAsync(List<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        List<OutboxEntry> taken = [];
        List<(OutboxEntry, Exception)> failed = [];
        long start = time.GetTimestamp();
        foreach (OutboxEntry entry in entries)
        {
            // What is left is for the next batch: neither the server nor the vacuum has to wait for handlers that are slow one after another.
            if (cancellationToken.IsCancellationRequested || time.GetElapsedTime(start) > options.HandlerTimeout)
            {
                break;
            }

            try
            {
                using CancellationTokenSource timeout = new(options.HandlerTimeout, time);
                await handler!.HandleAsync(entry.Change, timeout.Token).ConfigureAwait(false);
                taken.Add(entry);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                failed.Add((entry, error));
            }
        }

        return (taken, failed);
    }

    private async Task<(Func<Task>? Then, Exception? Error)> TryHandleAsync(List<OutboxEntry> entries, NpgsqlTransaction transaction)
    {
        try
        {
            using CancellationTokenSource timeout = new(options.HandlerTimeout, time);
            return (await transactional!.HandleAsync(entries.ConvertAll(entry => entry.Change), transaction, timeout.Token).ConfigureAwait(false), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (null, error);
        }
    }

    /// <summary>Finds the changes that a transactional handler does not take, each in a transaction of its own.</summary>
    private async Task<Delivery> OneByOneAsync(NpgsqlConnection connection, List<OutboxEntry> entries, long at, CancellationToken cancellationToken)
    {
        Delivery all = default;
        foreach (OutboxEntry entry in entries)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            NpgsqlTransaction transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                if (!await tables.TryClaimAsync(connection, entry, IdleTime, CancellationToken.None).ConfigureAwait(false))
                {
                    continue;
                }

                (Func<Task>? then, Exception? error) = await TryHandleAsync([entry], transaction).ConfigureAwait(false);
                if (error is null)
                {
                    all += await SettleAsync(connection, transaction, [entry], [], at, then).ConfigureAwait(false);
                    continue;
                }

                await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
                all += await FailAsync(connection, entry, error, at).ConfigureAwait(false);
            }
        }

        return all;
    }

    private async Task<Delivery> FailAsync(NpgsqlConnection connection, OutboxEntry entry, Exception error, long at)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            return await tables.TryClaimAsync(connection, entry, IdleTime, CancellationToken.None).ConfigureAwait(false)
                ? await SettleAsync(connection, transaction, [], [(entry, error)], at).ConfigureAwait(false)
                : default;
        }
    }

    private async Task<Delivery> SettleAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, List<OutboxEntry> taken, List<(OutboxEntry Entry, Exception Error)> failed, long now, Func<Task>? then = null)
    {
        List<(OutboxEntry Entry, Exception Error)> again = failed.FindAll(item => item.Entry.Tries + 1 < options.MostTries), dead = failed.FindAll(item => item.Entry.Tries + 1 >= options.MostTries);
        await using NpgsqlBatch batch = new(connection, transaction);
        tables.Remove(batch, taken);
        tables.PutOff(batch, again.ConvertAll(item => (item.Entry, options.RetryAt(now, item.Entry.Tries + 1))));
        tables.PutAside(batch, dead);
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        await AfterwardsAsync(then).ConfigureAwait(false);
        foreach ((OutboxEntry entry, Exception error) in failed)
        {
            logger.NotTaken(entry.Change.CaseId, entry.Change.At, error.GetType().Name, entry.Tries + 1);
        }

        foreach ((OutboxEntry entry, _) in dead)
        {
            logger.PutAside(entry.Change.CaseId, entry.Change.At, entry.Tries + 1);
        }

        return new Delivery(taken.Count, again.Count, dead.Count);
    }

    /// <summary>What was committed stands, whatever comes of what the handler does then.</summary>
    private async Task AfterwardsAsync(Func<Task>? then)
    {
        if (then is null)
        {
            return;
        }

        try
        {
            await then().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            logger.FailedAfterwards(error.GetType().Name);
        }
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Takes the cases that are due, decides them as of their due, and puts what changed into the outbox, in one transaction.</summary>
/// <remarks>
/// Any number may work at once, in any number of processes: a case is locked by one of them, and the others pass it by. Whatever process dies or is
/// frozen, its transaction is rolled back, and the cases are as they were.
/// </remarks>
public sealed class DeadlineWorker
{
    private readonly NpgsqlDataSource database;
    private readonly CaseDecider decider;
    private readonly CaseTables tables;
    private readonly DeadlineOptions options;
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly string claim;
    private readonly string next;
    private readonly string retry;

    /// <summary>A worker on a schema that <see cref="Schema.SchemaMigrator"/> made.</summary>
    public DeadlineWorker(
        NpgsqlDataSource database, SchemaName schema, PolicyEngine engine, DeadlineOptions? options = null, FactTypes? types = null, ILogger<DeadlineWorker>? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(engine);
        this.database = database;
        this.options = options ?? new DeadlineOptions();
        this.options.Validate();
        this.logger = logger ?? NullLogger<DeadlineWorker>.Instance;
        this.time = MachineTime.Unless(time);
        decider = new CaseDecider(engine, types ?? FactTypes.Default);
        tables = new CaseTables(schema);
        claim = $"select case_id from {schema.Quoted}.case_due where due <= $1 order by due limit $2 for update skip locked";
        next = $"select due from {schema.Quoted}.case_due where due > $1 and due < {Nanoseconds.Never} order by due limit 1";
        retry =
            $"""
            with again as (
                select d.case_id, f.due from {schema.Quoted}.case_fault f join {schema.Quoted}.case_due d using (case_id)
                where d.due = {Nanoseconds.Never} and (f.retry_at <= $1 or $2) limit {this.options.BatchSize} for update of d skip locked)
            update {schema.Quoted}.case_due d set due = again.due from again where d.case_id = again.case_id
            """;
    }

    /// <summary>Decides a batch of the cases that are due.</summary>
    /// <param name="now">The instant by which they are due.</param>
    /// <param name="cancellationToken">Ends the waiting for cases; those that were taken are seen through.</param>
    public async Task<Firing> FireAsync(Instant now, CancellationToken cancellationToken = default)
    {
        long until = Math.Min(Nanoseconds.Of(now), Nanoseconds.Latest);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        (string[] caseIds, long nextDue) = await ClaimAsync(connection, until, cancellationToken).ConfigureAwait(false);
        if (caseIds.Length == 0)
        {
            return new Firing(0, 0, 0, At(nextDue));
        }

        CaseMoves moves = new(options, logger, time, until);
        await using NpgsqlBatch reading = new(connection, transaction);
        await foreach (LoadedCase loaded in tables.ReadAsync(reading, caseIds, CancellationToken.None).ConfigureAwait(false))
        {
            moves.Take(loaded, loaded.State, Steps(loaded, until));
            if (moves.IsLong)
            {
                break;
            }
        }

        await using NpgsqlBatch writing = new(connection, transaction);
        moves.Write(writing, tables);
        await writing.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);

        // A batch that was cut short is followed at once, as one that was full.
        return new Firing(caseIds.Length, moves.Changes.Count, moves.Faults, moves.Cases < caseIds.Length ? now : At(Math.Min(nextDue, moves.FirstDue)));
    }

    /// <summary>Has cases that could not be decided tried again: those whose time has come, or all.</summary>
    /// <returns>How many they are; call again while there are any.</returns>
    public async Task<int> RetryFaultsAsync(Instant now, bool all = false, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = database.CreateCommand(retry);
        return await command.With(Nanoseconds.Of(now)).With(all).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Instant? At(long due) => due == Nanoseconds.Never ? null : Nanoseconds.ToInstant(due);

    private async Task<(string[] CaseIds, long NextDue)> ClaimAsync(NpgsqlConnection connection, long until, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.AddIdleLimit();
        batch.Add(claim).With(until).With((long)options.BatchSize);
        batch.Add(next).With(until);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        List<string> caseIds = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            caseIds.Add(reader.GetString(0));
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return ([.. caseIds], await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt64(0) : Nanoseconds.Never);
    }

    /// <summary>From due to due, until the next one is ahead, or there were many.</summary>
    private Func<CaseState, List<ChangeRow>, CaseState?> Steps(LoadedCase loaded, long until)
    {
        PolicyCase? facts = null;
        int steps = 0;
        return (state, changes) => state.Due > until || steps++ == options.MostChanges
            ? null
            : decider.Step(facts ??= loaded.Read(decider.Types), state, state.Due, CaseDecider.Deadline, changes);
    }
}

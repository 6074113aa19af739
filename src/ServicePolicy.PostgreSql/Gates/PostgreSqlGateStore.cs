using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using ServicePolicy.Gates;

namespace ServicePolicy.PostgreSql.Gates;

/// <summary>Keeps budgets in PostgreSQL, for all processes that share the database.</summary>
/// <remarks>Safe to share by all threads. Of a server and its read replicas it needs the server. Every write is durable before it is answered.</remarks>
public sealed class PostgreSqlGateStore : ILockingGateStore
{
    /// <summary>Beyond every instant: the end of a period without one.</summary>
    private const decimal Open = 1e21m;

    private const string ByKey = "where scope = $1 and subject = $2 and period_start = $3 and period_end = $4";
    private readonly NpgsqlDataSource database;
    private readonly string read;
    private readonly string locked;
    private readonly string insert;
    private readonly string update;
    private readonly string removeEnded;

    /// <summary>A store in a schema that <see cref="Schema.SchemaMigrator"/> made.</summary>
    public PostgreSqlGateStore(NpgsqlDataSource database, SchemaName schema)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        this.database = database;
        string table = $"{schema.Quoted}.gate";
        read = $"select version, spent, last_number, hold_numbers, hold_taken from {table} {ByKey}";
        locked = $"{read} for update";
        insert = $"insert into {table} (scope, subject, period_start, period_end, version, spent, last_number, hold_numbers, hold_taken) values ($1, $2, $3, $4, 1, $5, $6, $7, $8) on conflict do nothing";
        update = $"update {table} set version = version + 1, spent = $5, last_number = $6, hold_numbers = $7, hold_taken = $8 {ByKey} and version = $9";
        removeEnded = $"delete from {table} where period_end <= $1 and period_end < {Open:0}";
    }

    /// <inheritdoc/>
    public async ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection);
        Keyed(batch.Add(read), key);
        return await ReadAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(state);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await WriteAsync(connection, key, version, state, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<T> UpdateAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(change);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // The row is locked from here to the commit. Where there is none yet, whoever inserts first wins, and the others come back and find it.
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using NpgsqlBatch batch = new(connection, transaction);
            batch.AddIdleLimit();
            Keyed(batch.Add(locked), key);
            GateEntry entry = await ReadAsync(batch, cancellationToken).ConfigureAwait(false);
            (GateState next, T answer) = change(entry.State);
            if (next.Equals(entry.State))
            {
                return answer;
            }

            if (await WriteAsync(connection, key, entry.Version, next, cancellationToken).ConfigureAwait(false))
            {
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return answer;
            }
        }
    }

    /// <summary>Forgets the keys whose period has ended at <paramref name="now"/>.</summary>
    /// <returns>How many they were.</returns>
    public async Task<int> RemoveEndedAsync(Instant now, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = database.CreateCommand(removeEnded);
        return await command.With(Nanoseconds.ExactlyOf(now)).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<GateEntry> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return GateEntry.None;
        }

        IEnumerable<GateHold> holds = reader.GetFieldValue<long[]>(3).Zip(reader.GetFieldValue<decimal[]>(4), (number, taken) => new GateHold(number, Nanoseconds.ToInstant(taken)));
        return new GateEntry(reader.GetInt64(0), new GateState { Spent = reader.GetInt32(1), LastNumber = reader.GetInt64(2), Holds = [.. holds] });
    }

    private async ValueTask<bool> WriteAsync(NpgsqlConnection connection, GateKey key, long version, GateState state, CancellationToken cancellationToken)
    {
        ImmutableArray<GateHold> holds = state.Holds;
        await using NpgsqlBatch batch = new(connection);
        NpgsqlBatchCommand command = Keyed(batch.Add(version == 0 ? insert : update), key)
            .With(state.Spent)
            .With(state.LastNumber)
            .With(holds.Select(hold => hold.Number).ToArray())
            .With(holds.Select(hold => Nanoseconds.ExactlyOf(hold.TakenAt)).ToArray());
        if (version != 0)
        {
            command.With(version);
        }

        return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
    }

    private static NpgsqlBatchCommand Keyed(NpgsqlBatchCommand command, GateKey key) => command
        .With(key.Scope)
        .With(key.Subject)
        .With(key.Period.HasStart ? Nanoseconds.ExactlyOf(key.Period.Start) : -Open)
        .With(key.Period.HasEnd ? Nanoseconds.ExactlyOf(key.Period.End) : Open);
}

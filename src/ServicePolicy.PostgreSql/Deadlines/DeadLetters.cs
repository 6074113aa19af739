using Npgsql;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Changes that no handler took: to be looked at, and handed over again.</summary>
public sealed class DeadLetters
{
    private const string Columns = "case_id, changed_at, reason, version, outcome_before, outcome, decision";
    private readonly NpgsqlDataSource database;
    private readonly string list;
    private readonly string retry;

    /// <summary>Those of a schema.</summary>
    public DeadLetters(NpgsqlDataSource database, SchemaName schema)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        this.database = database;
        list = $"select {Columns}, tries, error from {schema.Quoted}.dead_change order by changed_at, case_id limit $1";
        retry =
            $"""
            with again as (delete from {schema.Quoted}.dead_change where case_id = $1 or $1 = '' returning *)
            insert into {schema.Quoted}.case_change ({Columns}, tries, try_at) select {Columns}, 0, {long.MinValue} from again
            """;
    }

    /// <summary>The oldest of them.</summary>
    public async Task<IReadOnlyList<DeadChange>> ListAsync(int most = 100, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = database.CreateCommand(list);
        await using NpgsqlDataReader reader = await command.With((long)most).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        List<DeadChange> dead = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            dead.Add(new DeadChange(OutboxTables.ReadChange(reader), reader.GetInt32(7), reader.GetString(8)));
        }

        return dead;
    }

    /// <summary>Puts those of a case back into the outbox, as if they had never been tried.</summary>
    /// <returns>How many they were.</returns>
    public Task<int> RetryAsync(string caseId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(caseId);
        return PutBackAsync(caseId, cancellationToken);
    }

    /// <summary>Puts all of them back into the outbox, as if they had never been tried.</summary>
    /// <returns>How many they were.</returns>
    public Task<int> RetryAllAsync(CancellationToken cancellationToken = default) => PutBackAsync(string.Empty, cancellationToken);

    private async Task<int> PutBackAsync(string caseId, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = database.CreateCommand(retry);
        return await command.With(caseId).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

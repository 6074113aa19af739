using NodaTime;
using Npgsql;

namespace ServicePolicy.PostgreSql.Operation;

/// <summary>Reads how the open cases of a schema stand, at a cost that does not grow with how many are open.</summary>
public sealed class CaseStatisticsReader
{
    private readonly NpgsqlDataSource database;
    private readonly string sql;

    /// <summary>One of a schema.</summary>
    public CaseStatisticsReader(NpgsqlDataSource database, SchemaName schema)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        this.database = database;
        string dueTable = $"'{schema.Quoted.Replace("'", "''", StringComparison.Ordinal)}.case_due'::regclass";
        sql =
            $"""
            select
                (select coalesce(sum(greatest(reltuples, 0)), 0)::bigint from pg_class
                 where relkind = 'r' and (oid = {dueTable} or oid in (select inhrelid from pg_inherits where inhparent = {dueTable}))),
                (select count(*) from (select from {schema.Quoted}.case_due where due <= $1 limit {CaseStatistics.Most}) as overdue),
                (select min(due) from {schema.Quoted}.case_due where due <= $1),
                (select count(*) from (select from {schema.Quoted}.case_change limit {CaseStatistics.Most}) as undelivered),
                (select count(*) from (select from {schema.Quoted}.dead_change limit {CaseStatistics.Most}) as dead),
                (select count(*) from (select from {schema.Quoted}.case_fault limit {CaseStatistics.Most}) as faulted)
            """;
    }

    /// <summary>Reads them as of an instant.</summary>
    public async Task<CaseStatistics> ReadAsync(Instant now, CancellationToken cancellationToken = default)
    {
        await using NpgsqlCommand command = database.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.With(Nanoseconds.Of(now)).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        Duration lag = reader.IsDBNull(2) ? Duration.Zero : now - Nanoseconds.ToInstant(reader.GetInt64(2));
        return new CaseStatistics(reader.GetInt64(0), reader.GetInt64(1), lag, reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5));
    }
}

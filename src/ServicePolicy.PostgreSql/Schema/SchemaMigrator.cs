using Npgsql;

namespace ServicePolicy.PostgreSql.Schema;

/// <summary>Creates the schema and brings it up to date.</summary>
/// <remarks>
/// Any number of processes may do so at once: one does it, the others wait and find it done. Everything happens in one transaction. A newer schema is
/// left as it is, and accepted where it says that packages as old as this one can work with it.
/// </remarks>
public sealed class SchemaMigrator
{
    private readonly NpgsqlDataSource database;
    private readonly SchemaName schema;
    private readonly int partitions;
    private readonly IReadOnlyList<Migration> migrations;

    /// <summary>A migrator of a schema.</summary>
    /// <param name="database">The database, as a role that may create in it.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="partitions">Into how many partitions the tables of cases are split when they are created; 0 for none.</param>
    public SchemaMigrator(NpgsqlDataSource database, SchemaName schema, int partitions = 0)
        : this(database, schema, partitions, Migration.All)
    {
    }

    internal SchemaMigrator(NpgsqlDataSource database, SchemaName schema, int partitions, IReadOnlyList<Migration> migrations)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNegative(partitions);
        this.database = database;
        this.schema = schema;
        this.partitions = partitions;
        this.migrations = migrations;
    }

    /// <summary>Applies the steps that the schema lacks.</summary>
    /// <exception cref="SchemaException">The schema is newer, and this version of the package cannot work with it; or the database is not in UTF-8.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (await TextAsync(connection, "show server_encoding", cancellationToken).ConfigureAwait(false) is not "UTF8" and var encoding)
        {
            throw new SchemaException($"The database is encoded in '{encoding}', which cannot keep every text. Create it with encoding 'UTF8'.");
        }

        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (NpgsqlCommand command = new("select pg_advisory_xact_lock(hashtextextended('ServicePolicy ' || $1, 0))", connection, transaction))
        {
            await command.With(schema.Name).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        int applied = await CheckedAsync(connection, cancellationToken).ConfigureAwait(false);
        if (applied == 0)
        {
            await ExecuteAsync(
                $"""
                create schema if not exists {schema.Quoted};
                create table {schema.Quoted}.schema_version (number int primary key, compatible_from int not null, applied_at timestamptz not null default now());
                """).ConfigureAwait(false);
        }

        foreach (Migration migration in migrations.Where(migration => migration.Number > applied))
        {
            await ExecuteAsync(migration.For(schema, partitions)).ConfigureAwait(false);
            await ExecuteAsync($"insert into {schema.Quoted}.schema_version (number, compatible_from) values ({migration.Number}, {migration.CompatibleFrom})").ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);

        async Task ExecuteAsync(string sql)
        {
            await using NpgsqlCommand command = new(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks, and changes nothing, that the schema is one to work with; for roles that may not create.</summary>
    /// <exception cref="SchemaException">The schema is missing, too old, or too new.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        int applied = await CheckedAsync(connection, cancellationToken).ConfigureAwait(false);
        int wanted = migrations[^1].Number;
        if (applied < wanted)
        {
            throw new SchemaException($"Schema '{schema}' is at step {applied}, and this version of the package needs step {wanted}. Have a role that may create run {nameof(MigrateAsync)} first.");
        }
    }

    private async Task<int> CheckedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (NpgsqlCommand exists = new("select count(*) from pg_tables where schemaname = $1 and tablename = 'schema_version'", connection))
        {
            if ((long)(await exists.With(schema.Name).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! == 0)
            {
                return 0;
            }
        }

        await using NpgsqlCommand command = new($"select number, compatible_from from {schema.Quoted}.schema_version order by number desc limit 1", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }

        int own = migrations[^1].Number, number = reader.GetInt32(0), compatibleFrom = reader.GetInt32(1);
        return compatibleFrom > own
            ? throw new SchemaException($"Schema '{schema}' is at step {number}, and only packages made for step {compatibleFrom} or later can work with it; this one was made for step {own}. Deploy a later version.")
            : number;
    }

    private static async Task<string?> TextAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}

using NodaTime;
using Npgsql;
using ServicePolicy.Gates;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.PostgreSql.Gates;
using ServicePolicy.PostgreSql.Operation;
using ServicePolicy.PostgreSql.Schema;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests.Schema;

public sealed class SchemaMigratorTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 9)]
    [InlineData(3, 9 + (4 * 3))]
    public async Task Migrate_SixAtOnceOnAnEmptyDatabase_MakeItOnce(int partitions, int tables)
    {
        SchemaName name = database.NewName();
        NpgsqlDataSource[] processes = [.. Enumerable.Range(0, 6).Select(_ => NpgsqlDataSource.Create(database.Server.ConnectionString))];
        await Task.WhenAll(processes.Select(process => new SchemaMigrator(process, name, partitions).MigrateAsync(Cancel)));
        foreach (NpgsqlDataSource process in processes)
        {
            await process.DisposeAsync();
        }

        Assert.Equal(tables, await CountAsync("select count(*) from pg_tables where schemaname = $1", name.Name));
        Assert.Equal(Migration.All.Count, await CountAsync($"select count(*) from {name.Quoted}.schema_version"));
        await new SchemaMigrator(database.Source, name).CheckAsync(Cancel);
    }

    [Fact]
    public async Task Check_NoSchema_SaysWhatToDo()
    {
        SchemaException error = await Assert.ThrowsAsync<SchemaException>(() => new SchemaMigrator(database.Source, new SchemaName("nowhere")).CheckAsync(Cancel));
        Assert.Equal("Schema 'nowhere' is at step 0, and this version of the package needs step 1. Have a role that may create run MigrateAsync first.", error.Message);
    }

    /// <summary>A package that is older than the schema works on where the newer step says so, and says what to do where not.</summary>
    [Fact]
    public async Task Migrate_ByAnOlderPackage_WorksOnlyWhereTheNewerStepAllows()
    {
        SchemaName name = await database.NewSchemaAsync();
        Migration added = new(2, 1, "alter table {schema}.policy_case add column note text;"), broken = new(3, 3, "alter table {schema}.policy_case drop column note;");
        await new SchemaMigrator(database.Source, name, 0, [.. Migration.All, added]).MigrateAsync(Cancel);
        await new SchemaMigrator(database.Source, name).MigrateAsync(Cancel);
        await new SchemaMigrator(database.Source, name).CheckAsync(Cancel);

        await new SchemaMigrator(database.Source, name, 0, [.. Migration.All, added, broken]).MigrateAsync(Cancel);
        SchemaException error = await Assert.ThrowsAsync<SchemaException>(() => new SchemaMigrator(database.Source, name).MigrateAsync(Cancel));
        Assert.Contains("is at step 3, and only packages made for step 3 or later can work with it; this one was made for step 1. Deploy a later version.", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A role with the rights that the page names does everything but migrate.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Roles_WithTheRightsOfThePage_CanWorkAndCannotMigrate(int partitions)
    {
        SchemaName name = await database.NewSchemaAsync(partitions);
        string role = $"worker{partitions}";
        await using (NpgsqlCommand grant = database.Source.CreateCommand(
            $"create role {role} login; grant usage on schema {name.Quoted} to {role}; grant select, insert, update, delete on all tables in schema {name.Quoted} to {role}"))
        {
            await grant.ExecuteNonQueryAsync(Cancel);
        }

        await using NpgsqlDataSource source = NpgsqlDataSource.Create(database.Server.ConnectionString.Replace("Username=postgres", $"Username={role}", StringComparison.Ordinal));
        await new SchemaMigrator(source, name).CheckAsync(Cancel);
        PostgreSqlCaseStore store = new(source, name, Example.Engine);
        await store.OpenAsync("C1", Example.Case(), Example.Taken, cancellationToken: Cancel);
        await store.RecordAsync("C1", [Example.Complaint() with { KeyCustomer = YesNo.No }], Example.Taken, cancellationToken: Cancel);
        Assert.Equal(4, (await new DeadlineWorker(source, name, Example.Engine).FireAsync(Example.ReplyBreached, Cancel)).Changes);
        Assert.Equal(new Delivery(0, 0, 4), await new ChangeRelay(source, name, new Refusing(), new DeadlineOptions { MostTries = 1 }).DeliverAsync(Example.ReplyBreached, Cancel));
        Assert.Equal(4, await new DeadLetters(source, name).RetryAllAsync(Cancel));
        Assert.True((await new Reevaluator(source, name, Example.Engine).StepAsync("again", Example.ReplyBreached, Cancel)).IsDone);
        Assert.Equal(4, (await new CaseStatisticsReader(source, name).ReadAsync(Example.ReplyBreached, Cancel)).Undelivered);
        Assert.True(await store.CloseAsync("C1", Example.ReplyBreached, cancellationToken: Cancel));
        Assert.Equal(1, await store.PurgeAsync(Instant.MaxValue, cancellationToken: Cancel));
        Assert.True((await new Gate(new PostgreSqlGateStore(source, name)).ReserveAsync(new GateKey("s", "s"), new GateBudget(1), Example.Taken, Cancel)).IsReserved);
        await Assert.ThrowsAsync<PostgresException>(() => new SchemaMigrator(source, database.NewName()).MigrateAsync(Cancel));
    }

    /// <summary>A step that fails leaves nothing behind.</summary>
    [Fact]
    public async Task Migrate_StepThatFails_ChangesNothing()
    {
        SchemaName name = database.NewName();
        SchemaMigrator failing = new(database.Source, name, 0, [.. Migration.All, new(2, 1, "select 1 / 0;")]);
        await Assert.ThrowsAsync<PostgresException>(() => failing.MigrateAsync(Cancel));

        Assert.Equal(0, await CountAsync("select count(*) from pg_namespace where nspname = $1", name.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pg_policy")]
    [InlineData("a\0b")]
    [InlineData("äääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää")]
    public void Name_ThatPostgreSqlDoesNotTake_IsRefused(string name) => Assert.ThrowsAny<ArgumentException>(() => new SchemaName(name));

    private sealed class Refusing : ICaseChangeHandler
    {
        public Task HandleAsync(CaseChange change, CancellationToken cancellationToken) => throw new InvalidOperationException("It is not taken.");
    }

    private async Task<int> CountAsync(string sql, string? parameter = null)
    {
        await using NpgsqlCommand command = database.Source.CreateCommand(sql);
        if (parameter is not null)
        {
            command.With(parameter);
        }

        return (int)(long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}

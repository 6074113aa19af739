using Npgsql;
using ServicePolicy.PostgreSql.Deadlines;
using Xunit;

namespace ServicePolicy.PostgreSql.Tests;

/// <summary>What is to be delivered, read as it stands in the table.</summary>
internal static class Outbox
{
    public static async Task<List<CaseChange>> ReadAsync(NpgsqlDataSource source, SchemaName schema)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using NpgsqlCommand command = source.CreateCommand(
            $"select case_id, changed_at, reason, version, outcome_before, outcome, decision::text from {schema.Quoted}.case_change order by case_id, changed_at");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        List<CaseChange> changes = [];
        while (await reader.ReadAsync(cancel))
        {
            changes.Add(OutboxTables.ReadChange(reader));
        }

        return changes;
    }
}

using NodaTime.Text;
using Npgsql;
using ServicePolicy.PostgreSql;
using ServicePolicy.PostgreSql.Deadlines;

namespace ServicePolicy.Samples.Deadlines;

/// <summary>A receiver: a change comes at least once, so it keeps which ones it has seen, by case and instant, and does its work for the first time only.</summary>
internal sealed class Inbox(NpgsqlDataSource database, SchemaName schema) : ICaseChangeHandler
{
    private readonly string table = $"\"{schema.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\".inbox";

    private bool isThere;

    public async Task HandleAsync(CaseChange change, CancellationToken cancellationToken)
    {
        if (!isThere)
        {
            await using NpgsqlCommand create = database.CreateCommand($"create table if not exists {table} (case_id text, at text, outcome text, times int, primary key (case_id, at))");
            await create.ExecuteNonQueryAsync(cancellationToken);
            isThere = true;
        }

        await using NpgsqlCommand command = database.CreateCommand(
            $"insert into {table} as seen values ($1, $2, $3, 1) on conflict (case_id, at) do update set times = seen.times + 1 returning times");
        command.Parameters.AddWithValue(change.CaseId);
        command.Parameters.AddWithValue(InstantPattern.ExtendedIso.Format(change.At));
        command.Parameters.AddWithValue(change.Outcome.ToString());
        if ((int)(await command.ExecuteScalarAsync(cancellationToken))! == 1)
        {
            Console.WriteLine($"{InstantPattern.ExtendedIso.Format(change.At)} {change.CaseId} is {change.Outcome}");
        }
    }
}

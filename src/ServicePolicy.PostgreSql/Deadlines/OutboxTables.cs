using Npgsql;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>The tables of what is to be delivered, and of what nobody takes.</summary>
internal sealed class OutboxTables(SchemaName schema)
{
    private const string Columns = "case_id, changed_at, reason, version, outcome_before, outcome, decision";

    private readonly string claim = $"select {Columns}, tries from {schema.Quoted}.case_change where try_at <= $1 order by try_at, changed_at limit $2 for update skip locked";

    private readonly string claimOne = $"select from {schema.Quoted}.case_change where case_id = $1 and changed_at = $2 for update skip locked";

    private readonly string remove = $"delete from {schema.Quoted}.case_change c using unnest($1, $2) as s (case_id, changed_at) where c.case_id = s.case_id and c.changed_at = s.changed_at";

    private readonly string putOff =
        $"""
        update {schema.Quoted}.case_change c set tries = c.tries + 1, try_at = s.try_at
        from unnest($1, $2, $3) as s (case_id, changed_at, try_at) where c.case_id = s.case_id and c.changed_at = s.changed_at
        """;

    private readonly string putAside =
        $"""
        with dead as (
            delete from {schema.Quoted}.case_change c using unnest($1, $2, $3) as s (case_id, changed_at, error)
            where c.case_id = s.case_id and c.changed_at = s.changed_at
            returning c.case_id, c.changed_at, c.reason, c.version, c.outcome_before, c.outcome, c.decision, c.tries + 1, s.error)
        insert into {schema.Quoted}.dead_change ({Columns}, tries, error) select * from dead
        """;

    public async Task<List<OutboxEntry>> ClaimAsync(NpgsqlConnection connection, long now, int most, TimeSpan idle, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.AddIdleLimit(idle);
        batch.Add(claim).With(now).With((long)most);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        List<OutboxEntry> entries = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(new OutboxEntry(ReadChange(reader), reader.GetInt32(7)));
        }

        return entries;
    }

    public async Task<bool> TryClaimAsync(NpgsqlConnection connection, OutboxEntry entry, TimeSpan idle, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.AddIdleLimit(idle);
        batch.Add(claimOne).With(entry.Change.CaseId).With(Nanoseconds.Of(entry.Change.At));
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Remove(NpgsqlBatch batch, List<OutboxEntry> entries)
    {
        if (entries.Count > 0)
        {
            Keyed(batch.Add(remove), entries);
        }
    }

    public void PutOff(NpgsqlBatch batch, List<(OutboxEntry Entry, long TryAt)> entries)
    {
        if (entries.Count > 0)
        {
            Keyed(batch.Add(putOff), entries.ConvertAll(item => item.Entry)).With(entries.ConvertAll(item => item.TryAt).ToArray());
        }
    }

    public void PutAside(NpgsqlBatch batch, List<(OutboxEntry Entry, Exception Error)> entries)
    {
        if (entries.Count > 0)
        {
            Keyed(batch.Add(putAside), entries.ConvertAll(item => item.Entry)).With(entries.ConvertAll(item => Errors.Text(item.Error)).ToArray());
        }
    }

    public static CaseChange ReadChange(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        Nanoseconds.ToInstant(reader.GetInt64(1)),
        reader.GetString(2) == Cases.CaseDecider.Deadline ? CaseChangeReason.Deadline : CaseChangeReason.Reevaluation,
        reader.GetInt64(3),
        Enum.Parse<PolicyOutcome>(reader.GetString(4)),
        Enum.Parse<PolicyOutcome>(reader.GetString(5)),
        reader.GetString(6));

    private static NpgsqlBatchCommand Keyed(NpgsqlBatchCommand command, List<OutboxEntry> entries) => command
        .With(entries.ConvertAll(entry => entry.Change.CaseId).ToArray())
        .With(entries.ConvertAll(entry => Nanoseconds.Of(entry.Change.At)).ToArray());
}

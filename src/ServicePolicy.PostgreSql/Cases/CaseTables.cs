using System.Runtime.CompilerServices;
using Npgsql;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>The tables of cases: what is read of them and written to them, many cases at a time.</summary>
/// <remarks>Whoever changes a case holds the lock of its row in <c>case_due</c>, which every open case has. So there is one lock a case, and no order to get wrong.</remarks>
internal sealed class CaseTables(SchemaName schema)
{
    private const int StateColumns = 11;

    private readonly string states =
        $"""
        select c.case_id, c.version, c.as_of, c.outcome, c.digest, c.edition, c.catalogue, c.closed_at, d.due, f.due, f.tries
        from {schema.Quoted}.policy_case c
        left join {schema.Quoted}.case_due d on d.case_id = c.case_id
        left join {schema.Quoted}.case_fault f on f.case_id = c.case_id
        where c.case_id = any($1)
        order by c.case_id
        """;

    private readonly string facts =
        $"""
        select distinct on (case_id, fact_type, fact_id) case_id, is_root, fact_type, fact_id, fact::text
        from {schema.Quoted}.case_fact
        where case_id = any($1) and version <= $2 and recorded_at <= $3
        order by case_id, fact_type, fact_id, version desc
        """;

    private readonly string insert =
        $"""
        with opened as (
            insert into {schema.Quoted}.policy_case (case_id, version, as_of, outcome, digest, edition, catalogue, time_zones)
            values ($1, 1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning case_id),
        due as (insert into {schema.Quoted}.case_due (case_id, due) select case_id, $8 from opened),
        facts as (
            insert into {schema.Quoted}.case_fact (case_id, version, position, is_root, fact_type, fact_id, recorded_at, fact)
            select case_id, 1, position, position = 1, fact_type, fact_id, $9, fact::json
            from opened, unnest($10, $11, $12) with ordinality as given (fact_type, fact_id, fact, position))
        select count(*) from opened
        """;

    private readonly string insertFacts =
        $"""
        insert into {schema.Quoted}.case_fact (case_id, version, position, is_root, fact_type, fact_id, recorded_at, fact)
        select $1, $2, position, is_root, fact_type, fact_id, $3, fact::json
        from unnest($4, $5, $6, $7) with ordinality as given (is_root, fact_type, fact_id, fact, position)
        """;

    private readonly string updateCases =
        $"""
        update {schema.Quoted}.policy_case c
        set version = s.version, as_of = s.as_of, outcome = s.outcome, digest = s.digest, edition = s.edition, catalogue = s.catalogue, time_zones = $8
        from unnest($1, $2, $3, $4, $5, $6, $7) as s (case_id, version, as_of, outcome, digest, edition, catalogue)
        where c.case_id = s.case_id
        """;

    private readonly string updateDues =
        $"update {schema.Quoted}.case_due d set due = s.due from unnest($1, $2) as s (case_id, due) where d.case_id = s.case_id";

    private readonly string insertChanges =
        $"""
        insert into {schema.Quoted}.case_change (case_id, changed_at, reason, version, outcome_before, outcome, decision, tries, try_at)
        select case_id, changed_at, reason, version, outcome_before, outcome, decision::json, 0, {long.MinValue}
        from unnest($1, $2, $3, $4, $5, $6, $7) as s (case_id, changed_at, reason, version, outcome_before, outcome, decision)
        """;

    private readonly string addFaults =
        $"""
        with faulted as (
            insert into {schema.Quoted}.case_fault (case_id, due, tries, retry_at, error)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (case_id) do update set due = excluded.due, tries = excluded.tries, retry_at = excluded.retry_at, error = excluded.error)
        update {schema.Quoted}.case_due set due = {Nanoseconds.Never} where case_id = any($1)
        """;

    private readonly string removeFaults = $"delete from {schema.Quoted}.case_fault where case_id = any($1)";

    /// <summary>Reads a case with the last version of each of its facts, or with those that were recorded by an instant, if there is one.</summary>
    public async Task<LoadedCase?> FindAsync(NpgsqlBatch batch, string caseId, CancellationToken cancellationToken, long lastVersion = long.MaxValue, long recordedBy = long.MaxValue)
    {
        await foreach (LoadedCase loaded in ReadAsync(batch, [caseId], lastVersion, recordedBy, cancellationToken).ConfigureAwait(false))
        {
            return loaded;
        }

        return null;
    }

    /// <summary>Reads cases with their facts, one after another in the order of their identifiers: however large they are, one is in memory at a time.</summary>
    public IAsyncEnumerable<LoadedCase> ReadAsync(NpgsqlBatch batch, string[] caseIds, CancellationToken cancellationToken) =>
        ReadAsync(batch, caseIds, long.MaxValue, long.MaxValue, cancellationToken);

    private async IAsyncEnumerable<LoadedCase> ReadAsync(NpgsqlBatch batch, string[] caseIds, long lastVersion, long recordedBy, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        batch.Add(states).With(caseIds);
        batch.Add(facts).With(caseIds).With(lastVersion).With(recordedBy);
        Queue<LoadedCase> cases = new(caseIds.Length);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);

        // Before these two there may be statements that lock, with a result of their own.
        while (reader.FieldCount < StateColumns && await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cases.Enqueue(ReadState(reader));
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string caseId = reader.GetString(0);
            while (cases.Peek().State.CaseId != caseId)
            {
                yield return cases.Dequeue();
            }

            cases.Peek().Facts.Add(new FactRow(reader.GetBoolean(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        }

        while (cases.TryDequeue(out LoadedCase? loaded))
        {
            yield return loaded;
        }
    }

    private static LoadedCase ReadState(NpgsqlDataReader reader)
    {
        CaseState state = new(
            reader.GetString(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.GetString(3),
            reader.GetFieldValue<byte[]>(4),
            new PolicyVersion(reader.GetString(5), reader.GetString(6)),
            Optional(8) ?? Nanoseconds.Never);
        return new LoadedCase(state, Optional(7), Optional(9), reader.IsDBNull(10) ? 0 : reader.GetInt32(10), []);

        long? Optional(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
    }

    /// <summary>Inserts a case with its facts, if there is none of its identifier.</summary>
    public async Task<bool> TryInsertAsync(NpgsqlConnection connection, CaseState state, List<FactRow> rows, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(insert, connection);
        command.With(state.CaseId).With(state.AsOf).With(state.Outcome).With(state.Digest).With(state.MadeWith.Edition).With(state.MadeWith.Catalogue).With(state.MadeWith.TimeZones)
            .With(state.Due).With(state.AsOf)
            .With(rows.ConvertAll(row => row.Type).ToArray())
            .With(rows.ConvertAll(row => row.Id).ToArray())
            .With(rows.ConvertAll(row => row.Json).ToArray());
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))! == 1;
    }

    /// <summary>Adds facts of the version that a state has.</summary>
    public void AddFacts(NpgsqlBatch batch, CaseState state, List<FactRow> rows) => batch.Add(insertFacts)
        .With(state.CaseId).With(state.Version).With(state.AsOf)
        .With(rows.ConvertAll(row => row.IsRoot).ToArray())
        .With(rows.ConvertAll(row => row.Type).ToArray())
        .With(rows.ConvertAll(row => row.Id).ToArray())
        .With(rows.ConvertAll(row => row.Json).ToArray());

    /// <summary>Moves cases on, and puts what is to be delivered beside it, in the same transaction.</summary>
    public void Move(NpgsqlBatch batch, List<CaseState> to, List<ChangeRow> changes)
    {
        if (to.Count > 0)
        {
            string[] caseIds = [.. to.Select(state => state.CaseId)];
            batch.Add(updateCases)
                .With(caseIds)
                .With(to.ConvertAll(state => state.Version).ToArray())
                .With(to.ConvertAll(state => state.AsOf).ToArray())
                .With(to.ConvertAll(state => state.Outcome).ToArray())
                .With(to.ConvertAll(state => state.Digest).ToArray())
                .With(to.ConvertAll(state => state.MadeWith.Edition).ToArray())
                .With(to.ConvertAll(state => state.MadeWith.Catalogue).ToArray())
                .With(to[0].MadeWith.TimeZones);
            batch.Add(updateDues).With(caseIds).With(to.ConvertAll(state => state.Due).ToArray());
        }

        if (changes.Count > 0)
        {
            batch.Add(insertChanges)
                .With(changes.ConvertAll(change => change.CaseId).ToArray())
                .With(changes.ConvertAll(change => change.ChangedAt).ToArray())
                .With(changes.ConvertAll(change => change.Reason).ToArray())
                .With(changes.ConvertAll(change => change.Version).ToArray())
                .With(changes.ConvertAll(change => change.OutcomeBefore).ToArray())
                .With(changes.ConvertAll(change => change.Outcome).ToArray())
                .With(changes.ConvertAll(change => change.Decision).ToArray());
        }
    }

    /// <summary>Puts cases aside that could not be decided.</summary>
    public void AddFaults(NpgsqlBatch batch, List<FaultRow> faults)
    {
        if (faults.Count > 0)
        {
            batch.Add(addFaults)
                .With(faults.ConvertAll(fault => fault.CaseId).ToArray())
                .With(faults.ConvertAll(fault => fault.Due).ToArray())
                .With(faults.ConvertAll(fault => fault.Tries).ToArray())
                .With(faults.ConvertAll(fault => fault.RetryAt).ToArray())
                .With(faults.ConvertAll(fault => fault.Error).ToArray());
        }
    }

    /// <summary>Forgets that cases could not be decided.</summary>
    public void RemoveFaults(NpgsqlBatch batch, string[] caseIds)
    {
        if (caseIds.Length > 0)
        {
            batch.Add(removeFaults).With(caseIds);
        }
    }
}

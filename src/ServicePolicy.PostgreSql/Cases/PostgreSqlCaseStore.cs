using System.Data;
using NodaTime;
using Npgsql;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>Keeps open cases: facts in every version, what was decided last, and when that next changes.</summary>
/// <remarks>
/// Safe to share by all threads. Reads no clock: the instant is an argument, and for one case it never goes back; an earlier one counts as the last. What changes by
/// time is told by <see cref="Deadlines.DeadlineWorker"/>, or by <see cref="RecordAsync"/> where it comes first: facts recorded now do not undo what was
/// told, or was to be told, before they were known. A call that failed on the way may be made again: the same facts are recorded once.
/// </remarks>
public sealed class PostgreSqlCaseStore
{
    private const int MostCharacters = 200;
    private readonly NpgsqlDataSource database;
    private readonly CaseDecider decider;
    private readonly CaseTables tables;
    private readonly SchemaName schema;

    /// <summary>A store in a schema that <see cref="Schema.SchemaMigrator"/> made.</summary>
    /// <param name="database">The database.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="engine">What decides the cases.</param>
    /// <param name="types">The types of fact that can be kept; those of the library where left out.</param>
    public PostgreSqlCaseStore(NpgsqlDataSource database, SchemaName schema, PolicyEngine engine, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(engine);
        this.database = database;
        this.schema = schema;
        decider = new CaseDecider(engine, types ?? FactTypes.Default);
        tables = new CaseTables(schema);
    }

    /// <summary>Opens a case.</summary>
    /// <param name="caseId">The host's identifier, of at most 200 characters.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="within">A transaction of the host's that this is to be part of; one of its own where left out.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="CaseConflictException">There is one of this Id with other facts.</exception>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="ArgumentException">A fact has a secret, or text that cannot be kept.</exception>
    public async Task<CaseReceipt> OpenAsync(string caseId, PolicyCase facts, Instant now, NpgsqlTransaction? within = null, CancellationToken cancellationToken = default)
    {
        Check(caseId);
        ArgumentNullException.ThrowIfNull(facts);
        List<FactRow> rows = [.. facts.Facts.Select((fact, index) => FactRow.Of(fact, index == 0, decider.Types))];
        PolicyDecision decision = decider.Decide(facts, Nanoseconds.Of(now));
        CaseState state = CaseState.Of(caseId, 1, decision);
        await using CaseConnection connection = await CaseConnection.OpenAsync(database, within, cancellationToken).ConfigureAwait(false);
        while (!await tables.TryInsertAsync(connection.Inner, state, rows, cancellationToken).ConfigureAwait(false))
        {
            await using NpgsqlBatch batch = new(connection.Inner, within);
            if (await tables.FindAsync(batch, caseId, cancellationToken, lastVersion: 1).ConfigureAwait(false) is not { Facts.Count: > 0 } first)
            {
                // It was forgotten in between.
                continue;
            }

            return first.Facts.ToHashSet().SetEquals(rows)
                ? new CaseReceipt(1, facts, decision)
                : throw new CaseConflictException(caseId, 0, first.State.Version);
        }

        return new CaseReceipt(1, facts, decision);
    }

    /// <summary>Records facts of an open case: a fact whose key the case has takes the place of the one that had it.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="facts">What is new.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="expectedVersion">The version that the case is to have; any where left out.</param>
    /// <param name="within">A transaction of the host's that this is to be part of; one of its own where left out.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The version and the decision with the facts. Where the case has them all already, nothing is recorded.</returns>
    /// <exception cref="CaseNotOpenException">There is no such case, or it is closed.</exception>
    /// <exception cref="CaseConflictException">The case has another version.</exception>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="ArgumentException">A fact has a secret, or text that cannot be kept.</exception>
    public async Task<CaseReceipt> RecordAsync(
        string caseId, IEnumerable<IFact> facts, Instant now, long? expectedVersion = null, NpgsqlTransaction? within = null, CancellationToken cancellationToken = default)
    {
        Check(caseId);
        ArgumentNullException.ThrowIfNull(facts);
        FactRow[] given = [.. facts.Select(fact => FactRow.Of(fact, false, decider.Types))];
        await using CaseConnection connection = await CaseConnection.OpenAsync(database, within, cancellationToken).ConfigureAwait(false);
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        LoadedCase loaded = await LockAsync(connection, caseId, cancellationToken).ConfigureAwait(false) is { ClosedAt: null } open
            ? open
            : throw new CaseNotOpenException(caseId, true);
        (List<FactRow> all, List<FactRow> added) = loaded.With(given);
        long asOf = Math.Max(Nanoseconds.Of(now), loaded.State.AsOf);
        PolicyCase with = LoadedCase.Build(all, decider.Types);
        if (added.Count == 0)
        {
            return new CaseReceipt(loaded.State.Version, with, decider.Decide(with, asOf));
        }

        if (expectedVersion is { } expected && expected != loaded.State.Version)
        {
            throw new CaseConflictException(caseId, expected, loaded.State.Version);
        }

        List<ChangeRow> changes = CatchUp(loaded, with, asOf);
        PolicyDecision decision = decider.Decide(with, asOf);
        CaseState state = CaseState.Of(caseId, loaded.State.Version + 1, decision);
        await using NpgsqlBatch batch = connection.CreateBatch();
        tables.AddFacts(batch, state, added);
        tables.Move(batch, [state], changes);
        tables.RemoveFaults(batch, loaded.FaultDue is null ? [] : [caseId]);
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new CaseReceipt(state.Version, with, decision);
    }

    /// <summary>A case with its facts in their last versions, open or closed, if there is one.</summary>
    public async Task<StoredCase?> FindAsync(string caseId, CancellationToken cancellationToken = default)
    {
        if (await ReadAsync(caseId, long.MaxValue, cancellationToken).ConfigureAwait(false) is not { } loaded)
        {
            return null;
        }

        CaseState state = loaded.State;
        return new StoredCase(
            caseId,
            state.Version,
            loaded.Read(decider.Types),
            Nanoseconds.ToInstant(state.AsOf),
            Enum.Parse<PolicyOutcome>(state.Outcome),
            state.MadeWith.Edition,
            state.Due == Nanoseconds.Never ? null : Nanoseconds.ToInstant(state.Due),
            At(loaded.ClosedAt),
            At(loaded.FaultDue));

        static Instant? At(long? nanoseconds) => nanoseconds is { } value ? Nanoseconds.ToInstant(value) : null;
    }

    /// <summary>The facts of a case that were recorded by an instant, if there was one by then: what was known, to decide it again as it was decided.</summary>
    public async Task<PolicyCase?> FindKnownAsync(string caseId, Instant recordedBy, CancellationToken cancellationToken = default) =>
        await ReadAsync(caseId, Nanoseconds.Of(recordedBy), cancellationToken).ConfigureAwait(false) is { Facts.Count: > 0 } loaded ? loaded.Read(decider.Types) : null;

    /// <summary>Closes a case: nothing of it changes any more, and no facts are recorded. What was to be told by then is told first.</summary>
    /// <returns>False where it was closed before.</returns>
    /// <exception cref="CaseNotOpenException">There is no such case.</exception>
    public async Task<bool> CloseAsync(string caseId, Instant now, NpgsqlTransaction? within = null, CancellationToken cancellationToken = default)
    {
        Check(caseId);
        await using CaseConnection connection = await CaseConnection.OpenAsync(database, within, cancellationToken).ConfigureAwait(false);
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        LoadedCase loaded = await LockAsync(connection, caseId, cancellationToken).ConfigureAwait(false);
        if (loaded.ClosedAt is not null)
        {
            return false;
        }

        long closedAt = Math.Max(Nanoseconds.Of(now), loaded.State.AsOf);
        List<ChangeRow> changes = [];
        CaseState state = loaded.State;
        if (state.Due <= closedAt)
        {
            state = decider.Advance(loaded.Read(decider.Types), state, closedAt, changes);
        }

        await using NpgsqlBatch batch = connection.CreateBatch();
        tables.Move(batch, [state], changes);
        batch.Add($"update {schema.Quoted}.policy_case set closed_at = $2 where case_id = $1").With(caseId).With(closedAt);
        tables.RemoveFaults(batch, [caseId]);
        batch.Add($"delete from {schema.Quoted}.case_due where case_id = $1").With(caseId);
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Forgets cases that were closed before an instant, with all their facts.</summary>
    /// <returns>How many they were; call again while it is <paramref name="most"/>.</returns>
    public async Task<int> PurgeAsync(Instant closedBefore, int most = 1000, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using NpgsqlCommand command = database.CreateCommand(
            $"""
            with gone as (
                delete from {schema.Quoted}.policy_case where case_id in (
                    select case_id from {schema.Quoted}.policy_case where closed_at < $1 order by closed_at limit $2 for update skip locked)
                returning case_id),
            facts as (delete from {schema.Quoted}.case_fact f using gone where f.case_id = gone.case_id)
            select count(*) from gone
            """);
        return (int)(long)(await command.With(Nanoseconds.Of(closedBefore)).With((long)most).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static void Check(string caseId)
    {
        ArgumentException.ThrowIfNullOrEmpty(caseId);
        if (KeyText.ProblemOf(caseId, MostCharacters) is { } problem)
        {
            throw new ArgumentException($"The Id of a case {problem}", nameof(caseId));
        }
    }

    /// <summary>What was to be told before the new facts were known.</summary>
    private List<ChangeRow> CatchUp(LoadedCase loaded, PolicyCase with, long asOf)
    {
        List<ChangeRow> changes = [];
        if (loaded.FaultDue is { } fault)
        {
            decider.Advance(with, loaded.State with { Due = fault }, asOf, changes);
        }
        else if (loaded.State.Due <= asOf)
        {
            decider.Advance(loaded.Read(decider.Types), loaded.State, asOf, changes);
        }

        return changes;
    }

    private async Task<LoadedCase> LockAsync(CaseConnection connection, string caseId, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = connection.CreateBatch();
        connection.LimitIdle(batch);
        batch.Add($"select from {schema.Quoted}.case_due where case_id = $1 for update").With(caseId);
        return await tables.FindAsync(batch, caseId, cancellationToken).ConfigureAwait(false) ?? throw new CaseNotOpenException(caseId, false);
    }

    private async Task<LoadedCase?> ReadAsync(string caseId, long recordedBy, CancellationToken cancellationToken)
    {
        Check(caseId);

        // Case and facts as of one moment: others may record between the statements.
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection, transaction);
        return await tables.FindAsync(batch, caseId, cancellationToken, recordedBy: recordedBy).ConfigureAwait(false);
    }
}

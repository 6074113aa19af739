using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Decides all open cases again, once figures or rules have changed: in batches, each a transaction, from where the last one stopped.</summary>
/// <remarks>
/// A run has a name, which the host gives each change of figures. It may be stopped and gone on with by any process, also by several at once. What a case
/// still had to tell is told first; then it is decided as of now, and a decision that differs is a change like any other, for another reason.
/// </remarks>
public sealed class Reevaluator
{
    private readonly NpgsqlDataSource database;
    private readonly CaseDecider decider;
    private readonly CaseTables tables;
    private readonly DeadlineOptions options;
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly string begin;
    private readonly string where;
    private readonly string claim;
    private readonly string end;

    /// <summary>One on a schema that <see cref="Schema.SchemaMigrator"/> made, with the engine that has the new figures.</summary>
    public Reevaluator(
        NpgsqlDataSource database, SchemaName schema, PolicyEngine engine, DeadlineOptions? options = null, FactTypes? types = null, ILogger<Reevaluator>? logger = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(engine);
        this.database = database;
        this.options = options ?? new DeadlineOptions();
        this.options.Validate();
        this.logger = logger ?? NullLogger<Reevaluator>.Instance;
        this.time = MachineTime.Unless(time);
        decider = new CaseDecider(engine, types ?? FactTypes.Default);
        tables = new CaseTables(schema);
        begin = $"insert into {schema.Quoted}.reevaluation (name, last_case, is_done) values ($1, '', false) on conflict do nothing";
        where = $"select last_case, is_done from {schema.Quoted}.reevaluation where name = $1 for update";
        claim = $"select case_id from {schema.Quoted}.case_due where case_id > $1 order by case_id limit $2 for update";
        end = $"update {schema.Quoted}.reevaluation set last_case = $2, is_done = $3 where name = $1";
    }

    /// <summary>Decides the next batch of a run again.</summary>
    /// <param name="name">The run.</param>
    /// <param name="now">The instant as of which the cases are decided.</param>
    /// <param name="cancellationToken">Ends the waiting for cases; those that were taken are seen through.</param>
    public async Task<ReevaluationStep> StepAsync(string name, Instant now, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        long at = Nanoseconds.Of(now);
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        (string last, bool isDone) = await BeginAsync(connection, name, cancellationToken).ConfigureAwait(false);
        if (isDone)
        {
            return new ReevaluationStep(0, 0, 0, true);
        }

        string[] caseIds = await ClaimAsync(connection, last, cancellationToken).ConfigureAwait(false);
        CaseMoves moves = new(options, logger, time, at);
        if (caseIds.Length > 0)
        {
            await using NpgsqlBatch reading = new(connection, transaction);
            await foreach (LoadedCase loaded in tables.ReadAsync(reading, caseIds, CancellationToken.None).ConfigureAwait(false))
            {
                moves.Take(loaded, loaded.State with { Due = loaded.FaultDue ?? loaded.State.Due }, Steps(loaded, at));
                last = loaded.State.CaseId;
                if (moves.IsLong)
                {
                    break;
                }
            }
        }

        isDone = moves.Cases < options.BatchSize && moves.Cases == caseIds.Length;
        await using NpgsqlBatch writing = new(connection, transaction);
        moves.Write(writing, tables);
        writing.Add(end).With(name).With(last).With(isDone);
        await writing.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return new ReevaluationStep(moves.Cases, moves.Changes.Count, moves.Faults, isDone);
    }

    private Func<CaseState, List<ChangeRow>, CaseState?> Steps(LoadedCase loaded, long now)
    {
        PolicyCase? facts = null;
        bool again = false;
        return (state, changes) =>
        {
            if (again)
            {
                return null;
            }

            facts ??= loaded.Read(decider.Types);
            again = state.Due > now;
            return again
                ? decider.Step(facts, state, Math.Max(now, state.AsOf + 1), CaseDecider.Reevaluation, changes)
                : decider.Step(facts, state, state.Due, CaseDecider.Deadline, changes);
        };
    }

    private async Task<(string Last, bool IsDone)> BeginAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.AddIdleLimit();
        batch.Add(begin).With(name);
        batch.Add(where).With(name);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (reader.GetString(0), reader.GetBoolean(1));
    }

    private async Task<string[]> ClaimAsync(NpgsqlConnection connection, string last, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.Add(claim).With(last).With((long)options.BatchSize);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        List<string> caseIds = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            caseIds.Add(reader.GetString(0));
        }

        return [.. caseIds];
    }
}

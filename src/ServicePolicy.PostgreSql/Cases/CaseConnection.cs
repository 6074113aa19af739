using Npgsql;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A connection with a transaction of its own, or the host's, which the host then commits.</summary>
internal sealed class CaseConnection : IAsyncDisposable
{
    private readonly bool isOwn;
    private NpgsqlTransaction? transaction;

    private CaseConnection(NpgsqlConnection inner, NpgsqlTransaction? within)
    {
        Inner = inner;
        transaction = within;
        isOwn = within is null;
    }

    public NpgsqlConnection Inner { get; }

    public static async ValueTask<CaseConnection> OpenAsync(NpgsqlDataSource database, NpgsqlTransaction? within, CancellationToken cancellationToken) => new(
        within is null ? await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false) : within.Connection ?? throw new ArgumentException("The transaction has ended. Begin one, and commit it afterwards.", nameof(within)),
        within);

    public async ValueTask BeginAsync(CancellationToken cancellationToken) => transaction ??= await Inner.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);

    public NpgsqlBatch CreateBatch() => new(Inner, transaction);

    /// <summary>Limits how long this process may leave its own transaction idle; a host's is the host's.</summary>
    public void LimitIdle(NpgsqlBatch batch)
    {
        if (isOwn)
        {
            batch.AddIdleLimit();
        }
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken) => isOwn ? new ValueTask(transaction!.CommitAsync(cancellationToken)) : ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (isOwn)
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }

            await Inner.DisposeAsync().ConfigureAwait(false);
        }
    }
}

using NodaTime;
using ServicePolicy.PostgreSql.Cases;

namespace ServicePolicy.Samples.Host.Watching;

/// <summary>Open cases on PostgreSQL, whose every change is told, whatever ends meanwhile.</summary>
internal sealed class PostgreSqlCaseBook(PostgreSqlCaseStore store, IClock clock) : ICaseBook
{
    public async Task<WatchReceipt> OpenAsync(PolicyCase @case, CancellationToken cancellationToken)
    {
        string id = @case.Root.Id;
        Instant now = clock.GetCurrentInstant();
        if (await store.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
        {
            await store.OpenAsync(id, @case, now, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await store.RecordAsync(id, @case.Facts, now, cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        return new WatchReceipt(id, "postgresql");
    }
}

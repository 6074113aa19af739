using Npgsql;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Takes the changes of open cases within the transaction that takes them out of the outbox: what it writes there is written exactly once.</summary>
/// <remarks>For hosts that put them into a table or a message bus of their own in the same database. One that also does something elsewhere may do that again.</remarks>
public interface ITransactionalCaseChangeHandler
{
    /// <summary>Takes changes, all or none. Where this throws nothing has happened, and they are tried again one by one.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="transaction">The transaction; leave it open.</param>
    /// <param name="cancellationToken">Says that <see cref="DeadlineOptions.HandlerTimeout"/> has passed.</param>
    /// <returns>What to do once the transaction is committed, such as to send what a bus has stored in it; <see langword="null"/> where there is nothing. A bus does it by itself where the process dies before.</returns>
    Task<Func<Task>?> HandleAsync(IReadOnlyList<CaseChange> changes, NpgsqlTransaction transaction, CancellationToken cancellationToken);
}

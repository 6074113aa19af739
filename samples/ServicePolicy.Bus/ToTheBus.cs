using NodaTime.Text;
using Npgsql;
using ServicePolicy.PostgreSql.Deadlines;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace ServicePolicy.Samples.Bus;

/// <summary>Puts changes into the bus's own outbox, in the transaction that takes them out of ours; they are sent once it is committed.</summary>
internal sealed class ToTheBus(IWolverineRuntime bus) : ITransactionalCaseChangeHandler
{
    public async Task<Func<Task>?> HandleAsync(IReadOnlyList<CaseChange> changes, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        MessageContext context = new(bus);
        await context.EnlistInOutboxAsync(new DatabaseEnvelopeTransaction((IMessageDatabase)bus.Storage, transaction));
        foreach (CaseChange change in changes)
        {
            await context.PublishAsync(new CaseChanged(change.CaseId, InstantPattern.ExtendedIso.Format(change.At), change.Outcome.ToString()));
        }

        return () => context.FlushOutgoingMessagesAsync();
    }
}

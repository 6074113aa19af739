using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.AspNetCore.Deadlines;
using ServicePolicy.PostgreSql.Deadlines;

namespace ServicePolicy.Samples.Host.Watching;

/// <summary>The last changes that this process was told of; a host sends mail instead.</summary>
internal sealed class ToldChanges : IDeadlineHandler, ICaseChangeHandler
{
    private const int Most = 100;
    private readonly Lock gate = new();
    private readonly LinkedList<ToldChange> told = [];

    public IReadOnlyList<ToldChange> Latest
    {
        get
        {
            lock (gate)
            {
                return [.. told];
            }
        }
    }

    public Task HandleAsync(DeadlineChange change, CancellationToken cancellationToken) =>
        Add(change.Case.Root.Id, change.At, change.Before.Outcome, change.After.Outcome);

    public Task HandleAsync(CaseChange change, CancellationToken cancellationToken) =>
        Add(change.CaseId, change.At, change.OutcomeBefore, change.Outcome);

    private Task Add(string @case, Instant at, PolicyOutcome before, PolicyOutcome outcome)
    {
        lock (gate)
        {
            told.AddFirst(new ToldChange(@case, InstantPattern.ExtendedIso.Format(at), Name(before), Name(outcome)));
            if (told.Count > Most)
            {
                told.RemoveLast();
            }
        }

        return Task.CompletedTask;
    }

    private static string Name(PolicyOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());
}

using System.Collections.Concurrent;
using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>Keeps budgets in the memory of one process.</summary>
/// <remarks>Safe to share by all threads. Nothing outlives the process; several processes need a store that they share.</remarks>
public sealed class InMemoryGateStore : IGateStore
{
    private readonly ConcurrentDictionary<GateKey, GateEntry> entries = new();

    /// <summary>How many keys something is stored for.</summary>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(entries.GetValueOrDefault(key, GateEntry.None));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        cancellationToken.ThrowIfCancellationRequested();
        GateEntry next = new(version + 1, state);
        return new(version == 0
            ? entries.TryAdd(key, next)
            : entries.TryGetValue(key, out GateEntry? stored) && stored.Version == version && entries.TryUpdate(key, next, stored));
    }

    /// <summary>Forgets the keys whose period has ended at <paramref name="now"/>.</summary>
    public void RemoveEnded(Instant now)
    {
        foreach (GateKey key in entries.Keys.Where(key => key.Period.HasEnd && key.Period.End <= now))
        {
            entries.TryRemove(key, out _);
        }
    }
}

using System.Collections.Concurrent;
using ServicePolicy.Gates;

namespace ServicePolicy.Tests.Gates;

/// <summary>A store in memory that yields to others before every step, and keeps every state it was in, by version.</summary>
internal sealed class RecordingStore : IGateStore
{
    private readonly InMemoryGateStore inner = new();

    public ConcurrentDictionary<long, GateState> Written { get; } = new();

    public async ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await inner.ReadAsync(key, cancellationToken);
    }

    public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await inner.TryWriteAsync(key, version, state, cancellationToken) && Written.TryAdd(version + 1, state);
    }
}

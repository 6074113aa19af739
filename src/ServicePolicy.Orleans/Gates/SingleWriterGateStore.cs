using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>The store of a grain: it remembers what it has written for its key, so that it only writes.</summary>
/// <remarks>
/// Where another writes after all, as a second activation may for a moment, the write is refused, and what is stored is read again: no budget is ever exceeded.
/// Safe for one at a time, which a grain sees to.
/// </remarks>
internal sealed class SingleWriterGateStore(IGateStore store) : IGateStore
{
    private GateEntry? known;

    public async ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) =>
        known ??= await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken)
    {
        // Until the store has said yes nobody knows what it has.
        known = null;
        if (!await store.TryWriteAsync(key, version, state, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        known = new GateEntry(version + 1, state);
        return true;
    }
}

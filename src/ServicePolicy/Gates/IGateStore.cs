namespace ServicePolicy.Gates;

/// <summary>Where budgets are kept: a map from keys to states, written by compare and swap.</summary>
/// <remarks>
/// The contract, for a store in memory, in a database or distributed; <c>docs/gates.md</c> has examples.
/// <list type="bullet">
/// <item>Keys are apart: what is written for one changes no other. Keys are equal when scope, subject (by code units) and period are.</item>
/// <item>Reads and writes of one key are linearizable: a read sees every write that ended before the read began. A lagging replica will not do.</item>
/// <item>A write takes effect only if the version stored is the one given, in one step with the comparison; it then stores version + 1.</item>
/// <item>Of several writes from one version exactly one returns true. A write that returned false changed nothing.</item>
/// <item>A write that throws may have taken effect or not; the gate's caller gets the exception, and a reservation so lost is abandoned in time.</item>
/// <item>What was written is kept, at least until the key's period has ended.</item>
/// </list>
/// </remarks>
public interface IGateStore
{
    /// <summary>What is stored for a key; <see cref="GateEntry.None"/> where nothing is.</summary>
    ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken);

    /// <summary>Stores a state for a key if the version stored is still <paramref name="version"/>; the new version is one more.</summary>
    /// <returns>Whether it was stored.</returns>
    ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken);
}

namespace ServicePolicy.Gates;

/// <summary>A store that can also change the state of a key while nobody else can, such as under the lock of a row.</summary>
/// <remarks>
/// A gate uses this where a store has it: no write is ever lost, however many are at one key. To the contract of <see cref="IGateStore"/> it adds:
/// <list type="bullet">
/// <item>The change is given what is stored, and nothing is written for the key until what it gives is stored, with one more as its version.</item>
/// <item>Where it gives an equal state, nothing is written.</item>
/// <item>The change is pure; a store may call it again, of what is stored then.</item>
/// </list>
/// </remarks>
public interface ILockingGateStore : IGateStore
{
    /// <summary>Changes the state of a key, and gives what the change answers.</summary>
    ValueTask<T> UpdateAsync<T>(GateKey key, Func<GateState, (GateState Next, T Answer)> change, CancellationToken cancellationToken);
}

using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy.Gates;

/// <summary>How long to wait before a write that was refused is tried again: at random, of a range that doubles with every refusal.</summary>
/// <remarks>So those that collided spread over as much time as they need, and writes grow about linearly with how many are at one key.</remarks>
internal sealed class GateBackOff(TimeProvider? time)
{
    private const int MostDoublings = 8;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(4);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "No decision sees the time or the chance: they spread what collided.")]
    public Task WaitAsync(int refusals, CancellationToken cancellationToken) => refusals == 0
        ? Task.CompletedTask
        : Task.Delay(Least * (1 << Math.Min(refusals - 1, MostDoublings)) * Random.Shared.NextDouble(), time ?? TimeProvider.System, cancellationToken);
}

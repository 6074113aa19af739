using NodaTime;
using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>The gate of one key, in memory and in the store: what changes is stored before it is answered, what is refused is not even read.</summary>
internal sealed class GateGrain : Grain, IGateGrain
{
    private readonly Gate gate;
    private readonly GateKey key;

    public GateGrain(IGateStore store)
    {
        gate = new Gate(new SingleWriterGateStore(store));
        key = GateGrainKey.Read(this.GetPrimaryKeyString());
    }

    public async Task<GateAnswer> ReserveAsync(GateBudget budget, Instant now)
    {
        GateReservation reservation = await gate.ReserveAsync(key, budget, now);
        return new GateAnswer(reservation.Outcome, reservation.Number);
    }

    public Task<bool> SettleAsync(long number, GateSettlement settlement, GateBudget budget, Instant now)
    {
        GateReservation reservation = GateReservation.Reserved(key, budget, number);
        return settlement switch
        {
            GateSettlement.Confirm => gate.ConfirmAsync(reservation, now).AsTask(),
            GateSettlement.Release => gate.ReleaseAsync(reservation, now).AsTask(),
            _ => gate.ResetAsync(reservation, now).AsTask(),
        };
    }

    public Task ResetAsync(GateBudget budget, Instant now) => gate.ResetAsync(key, budget, now).AsTask();

    public Task<int> SpentAsync(GateBudget budget, Instant now) => gate.SpentAsync(key, budget, now).AsTask();
}

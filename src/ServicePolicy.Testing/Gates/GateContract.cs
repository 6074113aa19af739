using NodaTime;
using ServicePolicy.Gates;
using static ServicePolicy.Testing.Gates.ContractCheck<ServicePolicy.Gates.IGate>;

namespace ServicePolicy.Testing.Gates;

/// <summary>What every gate has to do: the contract of <see cref="IGate"/>, tried.</summary>
public static class GateContract
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly GateBudget Two = new(2, Duration.FromMinutes(1));

    /// <summary>All that is tried. Each has keys of its own, so that one gate serves them all, once.</summary>
    public static IReadOnlyList<ContractCheck<IGate>> Checks { get; } =
    [
        new("no more are reserved and confirmed together than the limit", LimitHolds),
        new("what is released may be reserved again", ReleasedIsGivenBack),
        new("a reservation is settled once", SettledOnce),
        new("a reset makes the count begin again", ResetBeginsAgain),
        new("what is abandoned is spent a tick after its time", AbandonedIsSpent),
        new("an instant outside the period of the key is refused", OutsideThePeriodIsRefused),
        new("of many at once as many are reserved as the limit allows", ManyAtOnce),
    ];

    /// <summary>Tries all of it.</summary>
    /// <param name="create">Makes a gate; where it keeps what others kept before, each has to begin anew.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="PolicyAssertionException">The gate breaks the contract; all that it breaks is listed.</exception>
    public static Task VerifyAsync(Func<ValueTask<IGate>> create, CancellationToken cancellationToken = default) => ContractCheck<IGate>.VerifyAsync(Checks, create, cancellationToken);

    private static GateKey Key(string subject) => new("contract", subject, new Interval(Now, Now + Duration.FromDays(30)));

    private static async Task LimitHolds(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("limit");
        GateReservation first = await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false), second = await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false);
        Equal((true, true), (first.IsReserved, second.IsReserved), "Two of two were reserved");
        Equal(GateOutcome.Held, (await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false)).Outcome, "A third, while both are held");
        await gate.ConfirmAsync(first, Now, cancel).ConfigureAwait(false);
        await gate.ConfirmAsync(second, Now, cancel).ConfigureAwait(false);
        Equal(GateOutcome.Spent, (await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false)).Outcome, "A third, once both are confirmed");
        Equal(2, await gate.SpentAsync(key, Two, Now, cancel).ConfigureAwait(false), "What is spent");
    }

    private static async Task ReleasedIsGivenBack(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("release");
        GateReservation first = await gate.ReserveAsync(key, new GateBudget(1), Now, cancel).ConfigureAwait(false);
        Equal(true, await gate.ReleaseAsync(first, Now, cancel).ConfigureAwait(false), "The release was the first to settle it");
        Equal(true, (await gate.ReserveAsync(key, new GateBudget(1), Now, cancel).ConfigureAwait(false)).IsReserved, "It was reserved again");
    }

    private static async Task SettledOnce(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("once");
        GateReservation reserved = await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false);
        Equal(true, await gate.ConfirmAsync(reserved, Now, cancel).ConfigureAwait(false), "The first confirmation settled it");
        Equal(false, await gate.ConfirmAsync(reserved, Now, cancel).ConfigureAwait(false), "The second confirmation settled it");
        Equal(false, await gate.ReleaseAsync(reserved, Now, cancel).ConfigureAwait(false), "A release after it settled it");
        Equal(false, await gate.ResetAsync(reserved, Now, cancel).ConfigureAwait(false), "A reset after it settled it");
        Equal(1, await gate.SpentAsync(key, Two, Now, cancel).ConfigureAwait(false), "What is spent");
        GateReservation made = await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false);
        Equal(true, await gate.ConfirmAsync(GateReservation.Reserved(key, Two, made.Number), Now, cancel).ConfigureAwait(false), "A reservation made again of its number was settled");
    }

    private static async Task ResetBeginsAgain(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("reset");
        await gate.ConfirmAsync(await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false), Now, cancel).ConfigureAwait(false);
        Equal(true, await gate.ResetAsync(await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false), Now, cancel).ConfigureAwait(false), "A reservation was reset");
        Equal(0, await gate.SpentAsync(key, Two, Now, cancel).ConfigureAwait(false), "What is spent after the reset of a reservation");
        await gate.ConfirmAsync(await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false), Now, cancel).ConfigureAwait(false);
        await gate.ResetAsync(key, Two, Now, cancel).ConfigureAwait(false);
        Equal(0, await gate.SpentAsync(key, Two, Now, cancel).ConfigureAwait(false), "What is spent after the reset of the key");
    }

    private static async Task AbandonedIsSpent(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("abandoned");
        GateReservation lost = await gate.ReserveAsync(key, Two, Now, cancel).ConfigureAwait(false);
        Instant end = Now + Duration.FromMinutes(1);
        Equal(0, await gate.SpentAsync(key, Two, end, cancel).ConfigureAwait(false), "What is spent when its time ends");
        Equal(1, await gate.SpentAsync(key, Two, end + Duration.Epsilon, cancel).ConfigureAwait(false), "What is spent a tick later");
        Equal(false, await gate.ReleaseAsync(lost, Now, cancel).ConfigureAwait(false), "What was told as spent was given back as of an earlier instant");
    }

    private static async Task OutsideThePeriodIsRefused(IGate gate, CancellationToken cancel)
    {
        foreach (Instant at in new[] { Now - Duration.Epsilon, Now + Duration.FromDays(30) })
        {
            try
            {
                await gate.ReserveAsync(Key("period"), Two, at, cancel).ConfigureAwait(false);
            }
            catch (ArgumentOutOfRangeException)
            {
                continue;
            }

            throw new PolicyAssertionException($"A reservation at {TimelineText.Text(at)}, outside the period of the key, is taken.");
        }
    }

    private static async Task ManyAtOnce(IGate gate, CancellationToken cancel)
    {
        GateKey key = Key("many");
        GateBudget seven = new(7);
        GateReservation[] all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => gate.ReserveAsync(key, seven, Now, cancel).AsTask(), cancel))).ConfigureAwait(false);
        Equal(7, all.Count(reservation => reservation.IsReserved), "Reserved of forty that asked at once, with a limit of seven");
        Equal("1, 2, 3, 4, 5, 6, 7", string.Join(", ", all.Where(reservation => reservation.IsReserved).Select(reservation => reservation.Number).Order()), "The numbers of the reservations");
        bool[] confirmed = await Task.WhenAll(all.Where(reservation => reservation.IsReserved).Select(reservation => Task.Run(() => gate.ConfirmAsync(reservation, Now, cancel).AsTask(), cancel))).ConfigureAwait(false);
        Equal(7, confirmed.Count(done => done), "Confirmed");
        Equal(7, await gate.SpentAsync(key, seven, Now, cancel).ConfigureAwait(false), "What is spent");
    }
}

using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Gates;
using Xunit;
using Interval = NodaTime.Interval;

namespace ServicePolicy.Tests.Gates;

public sealed class GateTests
{
    private static readonly Instant Now = Arbitraries.Origin;
    private static readonly GateKey Key = new("cap", "customer");
    private static readonly GateBudget One = new(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A cap of one, two sends at once: the second is refused, and may be tried again if the first was not sent.</summary>
    [Fact]
    public async Task Reserve_CapOfOne_RefusesTheSecondUntilTheFirstIsReleased()
    {
        Gate gate = new(new InMemoryGateStore());
        GateReservation first = await gate.ReserveAsync(Key, One, Now, Cancel);

        Assert.True(first.IsReserved);
        Assert.Equal(GateOutcome.Held, (await gate.ReserveAsync(Key, One, Now, Cancel)).Outcome);
        Assert.True(await gate.ReleaseAsync(first, Now, Cancel));
        GateReservation second = await gate.ReserveAsync(Key, One, Now, Cancel);
        Assert.True(await gate.ConfirmAsync(second, Now, Cancel));
        Assert.Equal(GateOutcome.Spent, (await gate.ReserveAsync(Key, One, Now, Cancel)).Outcome);
        Assert.Equal(1, await gate.SpentAsync(Key, One, Now, Cancel));
    }

    [Fact]
    public async Task Reserve_NextPeriod_HasABudgetOfItsOwn()
    {
        Gate gate = new(new InMemoryGateStore());
        Instant turn = Now + Duration.FromDays(30);
        GateKey month = Key with { Period = new Interval(Now, turn) }, next = Key with { Period = new Interval(turn, turn + Duration.FromDays(30)) };
        await gate.ConfirmAsync(await gate.ReserveAsync(month, One, turn - Duration.Epsilon, Cancel), turn, Cancel);

        Assert.True((await gate.ReserveAsync(next, One, turn, Cancel)).IsReserved);
        Assert.Equal(GateOutcome.Spent, (await gate.ReserveAsync(month, One, Now, Cancel)).Outcome);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await gate.ReserveAsync(month, One, turn, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await gate.ReserveAsync(month, One, Now - Duration.Epsilon, Cancel));
    }

    [Fact]
    public async Task Settle_NothingReserved_IsAnError()
    {
        Gate gate = new(new InMemoryGateStore());
        GateReservation none = await gate.ReserveAsync(Key, new GateBudget(0), Now, Cancel);

        Assert.Equal(GateOutcome.Spent, none.Outcome);
        Assert.Contains("IsReserved", (await Assert.ThrowsAsync<ArgumentException>(async () => await gate.ConfirmAsync(none, Now, Cancel))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AbandonedHold.Spent, GateOutcome.Spent)]
    [InlineData(AbandonedHold.GivenBack, GateOutcome.Reserved)]
    public async Task Reserve_AbandonedReservation_BecomesWhatTheBudgetSays(AbandonedHold abandoned, GateOutcome outcome)
    {
        Gate gate = new(new InMemoryGateStore());
        GateBudget budget = new(1, Duration.FromMinutes(1), abandoned);
        GateReservation lost = await gate.ReserveAsync(Key, budget, Now, Cancel);

        Assert.Equal(GateOutcome.Held, (await gate.ReserveAsync(Key, budget, Now + Duration.FromMinutes(1), Cancel)).Outcome);
        Assert.Equal(outcome, (await gate.ReserveAsync(Key, budget, Now + Duration.FromMinutes(1) + Duration.Epsilon, Cancel)).Outcome);
        Assert.False(await gate.ConfirmAsync(lost, Now + Duration.FromMinutes(2), Cancel));
    }

    [Fact]
    public void Budget_Impossible_IsAnError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateBudget(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GateBudget(1, -Duration.Epsilon));
    }

    /// <summary>A store that never writes ends in a typed error, not in a hang.</summary>
    [Fact]
    public async Task Reserve_StoreThatNeverWrites_EndsInAnError()
    {
        VirtualTime time = new();
        GateContentionException error = await Assert.ThrowsAsync<GateContentionException>(() => Task.Run(Reserve, Cancel));
        Assert.Equal((Key, 100), (error.Key, error.Tries));

        Task<GateReservation> Reserve()
        {
            Task<GateReservation> started = new Gate(new StuckStore(), time).ReserveAsync(Key, One, Now, Cancel).AsTask();
            time.Run();
            return started;
        }
    }

    /// <summary>Key, budget and number are all that another process needs to settle what was reserved.</summary>
    [Fact]
    public async Task Settle_ReservationMadeAgainElsewhere_SettlesTheSame()
    {
        InMemoryGateStore store = new();
        long number = (await new Gate(store).ReserveAsync(Key, One, Now, Cancel)).Number;
        Gate elsewhere = new(store);

        Assert.True(await elsewhere.ConfirmAsync(GateReservation.Reserved(Key, One, number), Now, Cancel));
        Assert.False(await elsewhere.ConfirmAsync(GateReservation.Reserved(Key, One, number), Now, Cancel));
        Assert.False(await elsewhere.ConfirmAsync(GateReservation.Reserved(Key, One, number + 1), Now, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>(() => GateReservation.Reserved(Key, One, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GateReservation.Refused(Key, One, GateOutcome.Reserved));
    }

    /// <summary>What was told as spent stays spent, also for whoever settles as of an earlier instant.</summary>
    [Fact]
    public async Task Spent_ToldOnceAHoldHasEnded_IsNotTakenBack()
    {
        Gate gate = new(new InMemoryGateStore());
        GateBudget budget = new(1, Duration.FromMinutes(1));
        GateReservation slow = await gate.ReserveAsync(Key, budget, Now, Cancel);

        Assert.Equal(1, await gate.SpentAsync(Key, budget, Now + Duration.FromMinutes(2), Cancel));
        Assert.False(await gate.ReleaseAsync(slow, Now, Cancel));
        Assert.False(await gate.ResetAsync(slow, Now, Cancel));
        Assert.Equal(1, await gate.SpentAsync(Key, budget, Now, Cancel));
    }

    [Fact]
    public async Task Reserve_StoreThatGivesNoHolds_IsAsIfNothingWereHeld() =>
        Assert.True((await new Gate(new WithoutHolds()).ReserveAsync(Key, One, Now, Cancel)).IsReserved);

    /// <summary>Any number at once, some confirmed, some released: never more than the limit are reserved and spent together.</summary>
    [Property(MaxTest = 30)]
    public async Task Gate_ManyAtOnce_NeverExceedsItsBudget(PositiveInt seed)
    {
        RecordingStore store = new();
        Gate gate = new(store);
        GateBudget budget = new((seed.Get % 6) + 1);
        int confirmed = 0;
        await Task.WhenAll(Enumerable.Range(0, 24).Select(number => Task.Run(() => Once(new Random((seed.Get * 31) + number)), Cancel)));

        Assert.All(store.Written.Values, state => Assert.InRange(state.Spent + state.Holds.Length, 0, budget.Limit));
        Assert.Equal(confirmed, await gate.SpentAsync(Key, budget, Now, Cancel));
        Assert.Empty(store.Written[store.Written.Keys.Max()].Holds);

        async Task Once(Random random)
        {
            GateReservation reservation = await gate.ReserveAsync(Key, budget, Now, Cancel);
            if (reservation.IsReserved)
            {
                await Task.Yield();
                bool happened = random.Next(2) == 0;
                Assert.True(happened ? await gate.ConfirmAsync(reservation, Now, Cancel) : await gate.ReleaseAsync(reservation, Now, Cancel));
                Interlocked.Add(ref confirmed, happened ? 1 : 0);
            }
        }
    }

    private sealed class WithoutHolds : IGateStore
    {
        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => new(new GateEntry(1, new GateState { Holds = default }));

        public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken) => new(true);
    }

    private sealed class StuckStore : IGateStore
    {
        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => new(GateEntry.None);

        public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken) => new(false);
    }
}

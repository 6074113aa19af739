using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using ServicePolicy.Tests.Gates;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

/// <summary>The gate's lock against a naive replay, one after another and at once.</summary>
public sealed class SignInGateTests
{
    private static readonly Instant Now = Arbitraries.Origin;
    private static readonly OperatorAccount Account = new() { Id = "A1", OpenedAt = Now, Zone = "Asia/Shanghai" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public enum Move
    {
        Wrong,
        Right,
        UnlockByManager,
        UnlockByOther,
    }

    public static Arbitrary<Move[]> Moves() => Arb.From(
        Gen.Choose(0, 40).SelectMany(length => Gen.ArrayOf(Gen.Frequency((8, Gen.Constant(Move.Wrong)), (1, Gen.Constant(Move.Right)), (1, Gen.Constant(Move.UnlockByManager)), (1, Gen.Constant(Move.UnlockByOther))), length)),
        steps => steps.Select((_, at) => steps.Where((_, index) => index != at).ToArray()));

    /// <summary>One after another: the gate, a count kept by hand, and CRD-05 on the log of what was verified say the same after every step.</summary>
    [Property(MaxTest = 200, Arbitrary = [typeof(SignInGateTests)])]
    public async Task TryAsync_AnySteps_AgreeWithANaiveReplayAndWithTheHistory(Move[] steps)
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards());
        List<AccountEvent> log = [];
        int count = 0;
        foreach (Move step in steps)
        {
            bool locked = count >= 5, verified = false;
            SignInAnswer? answer = step switch
            {
                Move.Wrong or Move.Right => await gate.TryAsync("liwei", new Secret(step.ToString()), Verify, Now, Cancel),
                _ => null,
            };
            if (answer is null)
            {
                AccountActor by = step == Move.UnlockByManager ? AccountActor.AreaManager : AccountActor.SomeoneElse;
                Assert.Equal(step == Move.UnlockByManager, await gate.UnlockAsync("liwei", by, YesNo.Yes, Now, Cancel));
                log.Add(Entry(log.Count, AccountEventKind.Unlocked) with { By = by, Requested = YesNo.Yes });
            }
            else if (verified)
            {
                log.Add(Entry(log.Count, step == Move.Wrong ? AccountEventKind.WrongPassword : AccountEventKind.SignedIn));
            }

            Assert.Equal(answer is not null && !locked, verified);
            Assert.Equal(step == Move.Right && !locked, answer == SignInAnswer.Admitted);
            count = step switch
            {
                Move.UnlockByManager => 0,
                Move.Wrong when !locked => count + 1,
                Move.Right when !locked => 0,
                _ => count,
            };
            Assert.Equal(count >= 5, await gate.IsLockedAsync("liwei", Now, Cancel));
            Assert.Equal(count >= 5, Probe.Engine.Evaluate(new PolicyCase(Account, log), Now).Findings.Any(finding => finding is { Standard.Id: "CRD-05", Kind: FindingKind.Prohibition }));

            ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
            {
                verified = true;
                return new(password.Reveal() == nameof(Move.Right));
            }
        }
    }

    /// <summary>At once, in whatever order it comes to: every state that the store was in is the naive replay of the ones before.</summary>
    [Property(MaxTest = 60, Arbitrary = [typeof(SignInGateTests)])]
    public async Task TryAsync_AnyStepsAtOnce_AreSomeReplayOfThem(Move[] steps)
    {
        RecordingStore store = new();
        SignInGate gate = new(store, new CredentialStandards());
        int wrong = 0, admitted = 0;
        await Task.WhenAll(steps.Select(step => Task.Run(() => Take(step), Cancel)));

        GateState before = GateState.Empty;
        int count = 0, resets = 0;
        foreach ((_, GateState state) in store.Written.OrderBy(pair => pair.Key))
        {
            bool reserved = state.Holds.Length > before.Holds.Length, settled = state.Holds.Length < before.Holds.Length;
            Assert.True(!reserved || count < 5, "Nothing is verified while locked.");
            count = reserved ? count : settled && state.Spent == before.Spent + 1 ? count + 1 : 0;
            resets += reserved || state.Spent > before.Spent ? 0 : 1;
            Assert.Equal(count, state.Spent);
            Assert.InRange(count + state.Holds.Length, 0, 5);
            before = state;
        }

        Assert.Equal(count >= 5, await gate.IsLockedAsync("liwei", Now, Cancel));
        Assert.Empty(before.Holds);
        Assert.True(resets >= admitted);
        Assert.True(resets > 0 || wrong <= 5);

        async Task Take(Move step)
        {
            if (step is Move.Wrong or Move.Right)
            {
                SignInAnswer answer = await gate.TryAsync("liwei", new Secret(step.ToString()), Verify, Now, Cancel);
                Interlocked.Add(ref admitted, answer == SignInAnswer.Admitted ? 1 : 0);
            }
            else
            {
                await gate.UnlockAsync("liwei", step == Move.UnlockByManager ? AccountActor.AreaManager : AccountActor.SomeoneElse, YesNo.Yes, Now, Cancel);
            }
        }

        async ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
        {
            await Task.Yield();
            bool right = password.Reveal() == nameof(Move.Right);
            Interlocked.Add(ref wrong, right ? 0 : 1);
            return right;
        }
    }

    [Fact]
    public async Task TryAsync_VerifierThatThrows_DoesNotCount()
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards());
        for (int i = 0; i < 9; i++)
        {
            await Assert.ThrowsAsync<TimeoutException>(async () => await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => throw new TimeoutException(), Now, Cancel));
        }

        Assert.Equal(SignInAnswer.Admitted, await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => new(true), Now, Cancel));
    }

    [Fact]
    public async Task TryAsync_VerifyingThatWasCancelled_CountsAsWrongOnceItsHoldEnds()
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards(), Duration.FromSeconds(30));
        for (int i = 0; i < 5; i++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => throw new OperationCanceledException(), Now, Cancel));
        }

        Assert.False(await gate.IsLockedAsync("liwei", Now + Duration.FromSeconds(30), Cancel));
        Assert.Equal(SignInAnswer.Refused, await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => new(true), Now + Duration.FromSeconds(30), Cancel));
        Assert.True(await gate.IsLockedAsync("liwei", Now + Duration.FromSeconds(30) + Duration.Epsilon, Cancel));
    }

    /// <summary>Four wrong ones, and a right one that is verified for longer than its hold: once a try was refused for it, nothing unlocks by itself.</summary>
    [Fact]
    public async Task TryAsync_RightOnceItsHoldEndedAndLocked_IsRefusedAndUnlocksNothing()
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards(), Duration.FromSeconds(30));
        for (int i = 0; i < 4; i++)
        {
            await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => new(false), Now, Cancel);
        }

        Instant later = Now + Duration.FromSeconds(30) + Duration.Epsilon;
        SignInAnswer slow = await gate.TryAsync("liwei", new Secret("right"), Verify, Now, Cancel);

        Assert.Equal(SignInAnswer.Refused, slow);
        Assert.True(await gate.IsLockedAsync("liwei", later, Cancel));

        async ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
        {
            Assert.Equal(SignInAnswer.Refused, await gate.TryAsync("liwei", new Secret("right"), (_, _, _) => new(true), later, cancellationToken));
            return true;
        }
    }

    /// <summary>Four wrong ones, and a right one still being verified when the manager is told that the account is locked: that it is stands.</summary>
    [Fact]
    public async Task TryAsync_RightOnceItWasToldAsLocked_IsRefused()
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards());
        for (int i = 0; i < 4; i++)
        {
            await gate.TryAsync("liwei", new Secret("x"), (_, _, _) => new(false), Now, Cancel);
        }

        Instant later = Now + Duration.FromMinutes(2);
        SignInAnswer slow = await gate.TryAsync("liwei", new Secret("right"), Verify, Now, Cancel);

        Assert.Equal(SignInAnswer.Refused, slow);
        Assert.True(await gate.IsLockedAsync("liwei", later, Cancel));

        async ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
        {
            Assert.True(await gate.IsLockedAsync("liwei", later, cancellationToken));
            return true;
        }
    }

    [Fact]
    public async Task TryAsync_VerifierAndThenTheStoreThrow_TellsBoth()
    {
        FailingStore store = new();
        SignInGate gate = new(store, new CredentialStandards());
        AggregateException both = await Assert.ThrowsAsync<AggregateException>(async () => await gate.TryAsync("liwei", new Secret("x"), Verify, Now, Cancel));

        Assert.Collection(both.InnerExceptions, first => Assert.IsType<TimeoutException>(first), second => Assert.IsType<InvalidOperationException>(second));

        ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
        {
            store.Fails = true;
            throw new TimeoutException("The directory is away.");
        }
    }

    /// <summary>No directory has such a login: it is refused like a wrong password, and neither verified nor kept.</summary>
    [Theory]
    [InlineData(3, '\0')]
    [InlineData(3, (char)0xd800)]
    [InlineData(1_000_000, 'x')]
    public async Task TryAsync_LoginThatNoDirectoryCanHave_IsRefused(int length, char character)
    {
        string login = new(character, length);
        InMemoryGateStore store = new();
        SignInGate gate = new(store, new CredentialStandards());

        Assert.Equal(SignInAnswer.Refused, await gate.TryAsync(login, new Secret("x"), (_, _, _) => throw new InvalidOperationException("Asked."), Now, Cancel));
        Assert.False(await gate.IsLockedAsync(login, Now, Cancel));
        Assert.False(await gate.UnlockAsync(login, AccountActor.AreaManager, YesNo.Yes, Now, Cancel));
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public async Task TryAsync_PasswordThatIsTooLong_IsWrongAndNotHandedOn()
    {
        SignInGate gate = new(new InMemoryGateStore(), new CredentialStandards());
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(SignInAnswer.Refused, await gate.TryAsync("liwei", new Secret(new string('x', 10_000_000)), (_, _, _) => throw new InvalidOperationException("Asked."), Now, Cancel));
        }

        Assert.True(await gate.IsLockedAsync("liwei", Now, Cancel));
    }

    [Fact]
    public async Task TryAsync_DecomposedPassword_IsHandedOnComposed()
    {
        Secret? seen = null;
        await new SignInGate(new InMemoryGateStore(), new CredentialStandards()).TryAsync("liwei", new Secret("a\u0308"), Verify, Now, Cancel);

        Assert.Equal(new Secret("\u00e4"), seen);

        ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken)
        {
            seen = password;
            return new(true);
        }
    }

    private sealed class FailingStore : IGateStore
    {
        private readonly InMemoryGateStore inner = new();

        public bool Fails { get; set; }

        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) =>
            Fails ? throw new InvalidOperationException("The store is away.") : inner.ReadAsync(key, cancellationToken);

        public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken) => inner.TryWriteAsync(key, version, state, cancellationToken);
    }

    /// <summary>By current guidance: 120 at once, 100 verified; the area manager does not end it, a new password does.</summary>
    [Fact]
    public async Task TryAsync_ByCurrentGuidance_VerifiesAHundredAndIsEndedByANewPassword()
    {
        SignInGate gate = new(new Gate(new InMemoryGateStore()), new GuidanceStandards());
        int verified = 0;
        await Task.WhenAll(Enumerable.Range(0, 120).Select(_ => gate.TryAsync("liwei", new Secret("wrong"), Wrong, Now, Cancel).AsTask()));

        Assert.Equal(100, verified);
        Assert.True(await gate.IsLockedAsync("liwei", Now, Cancel));
        Assert.False(await gate.UnlockAsync("liwei", AccountActor.AreaManager, YesNo.Yes, Now, Cancel));
        Assert.True(await gate.IsLockedAsync("liwei", Now, Cancel));
        Assert.True(await gate.PasswordSetAsync("liwei", Now, Cancel));
        Assert.False(await gate.IsLockedAsync("liwei", Now, Cancel));
        Assert.False(await new SignInGate(new InMemoryGateStore(), new CredentialStandards()).PasswordSetAsync("liwei", Now, Cancel));

        async ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Interlocked.Increment(ref verified);
            return false;
        }
    }

    private static AccountEvent Entry(int number, AccountEventKind kind) => new() { Id = $"E{number:000}", AccountId = "A1", HappenedAt = Now, Sequence = number, Kind = kind };
}

using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

/// <summary>What other systems got wrong with accounts, each case by its name.</summary>
public sealed class AccountPitfallsTests
{
    private static readonly Instant At = Arbitraries.Origin;
    private static readonly CredentialStandards Figures = new();
    private static readonly string[] NewestFirst = ["p6", "p5", "p4", "p3", "p2", "p1"];

    [Fact]
    public void Four_emoji_against_length_8_are_too_short()
    {
        Assert.Equal(8, "😀😀😀😀".Length);
        Assert.Contains("CRD-01", Refused("😀😀😀😀"));
        Assert.DoesNotContain("CRD-01", Refused("😀😀😀😀😀😀😀😀"));
    }

    [Fact]
    public void Passwoerd_composed_and_decomposed_are_equal_in_history()
    {
        string composed = "p\u00e4ssw\u00f6rd", decomposed = "pa\u0308sswo\u0308rd";

        Assert.Equal(PasswordReuse.Ago(1), PasswordReuse.Compare(new Secret(decomposed), [composed], Same));
        Assert.Equal(PasswordReuse.Ago(1), PasswordReuse.Compare(new Secret(composed), [composed], Same));
    }

    [Fact]
    public void A_candidate_of_10_MB_is_refused_at_a_bounded_length_before_any_scan()
    {
        // One half of a surrogate pair would stop a normaliser; nothing looks at it, and no verifier is asked.
        string huge = new('\ud83d', 10 * 1024 * 1024);

        Assert.Contains("CRD-01", Refused(huge));
        Assert.Equal(PasswordReuse.NotCompared, PasswordReuse.Compare(new Secret(huge), NewestFirst, (_, _) => throw new InvalidOperationException("Asked.")));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(PasswordText.TryNormalise(new Secret(huge), Figures.MostCharacters, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-05-01T00:00:00")]
    [InlineData("America/New_York", "2026-05-01T00:00:00")]
    [InlineData("Asia/Kathmandu", "2026-05-01T00:00:00")]
    public void Set_on_2026_01_31_90_days_is_2026_05_01_by_date_in_the_accounts_zone(string id, string expected)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[id];
        Instant set = new LocalDateTime(2026, 1, 31, 23, 30).InZoneStrictly(zone).ToInstant();
        Instant due = NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(expected).Value.InZoneStrictly(zone).ToInstant();
        PolicyCase @case = new(
            new OperatorAccount { Id = "A1", OpenedAt = set, Zone = id },
            new AccountEvent { Id = "E1", AccountId = "A1", HappenedAt = set, Kind = AccountEventKind.PasswordSet });

        Assert.Equal(RequestOutcome.Allowed, Probe.Engine.EvaluateRequest(@case, due - Duration.Epsilon).Outcome);
        Assert.Equal(RequestOutcome.Denied, Probe.Engine.EvaluateRequest(@case, due).Outcome);
    }

    /// <summary>Where a day has no midnight it begins when it begins.</summary>
    [Fact]
    public void A_90th_day_without_a_midnight_begins_at_its_first_instant()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
        Instant set = new LocalDateTime(2018, 8, 6, 12, 0).InZoneStrictly(zone).ToInstant();
        Instant due = new LocalDateTime(2018, 11, 4, 1, 0).InZoneStrictly(zone).ToInstant();
        PolicyCase @case = new(
            new OperatorAccount { Id = "A1", OpenedAt = set, Zone = "America/Sao_Paulo" },
            new AccountEvent { Id = "E1", AccountId = "A1", HappenedAt = set, Kind = AccountEventKind.PasswordSet });

        Assert.Equal(RequestOutcome.Allowed, Probe.Engine.EvaluateRequest(@case, due - Duration.Epsilon).Outcome);
        Assert.Equal(RequestOutcome.Denied, Probe.Engine.EvaluateRequest(@case, due).Outcome);
    }

    [Theory]
    [InlineData("p1", false)]
    [InlineData("p2", true)]
    [InlineData("p3", true)]
    [InlineData("p4", true)]
    [InlineData("p5", true)]
    [InlineData("p6", true)]
    public void History_of_5_after_p1_to_p6_refuses_p2_to_p6_and_allows_p1(string candidate, bool refused)
    {
        PasswordReuse reuse = PasswordReuse.Compare(new Secret(candidate), NewestFirst, Same);

        Assert.Equal(refused, Refused(candidate, reuse).Contains("CRD-06"));
    }

    [Fact]
    public async Task Twenty_wrong_tries_at_once_are_exactly_5_evaluated_then_locked()
    {
        SignInGate gate = new(new InMemoryGateStore(), Figures);
        int verified = 0;
        TaskCompletionSource go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SignInAnswer>[] tries = [.. Enumerable.Range(0, 20).Select(_ => Task.Run(Try, TestContext.Current.CancellationToken))];
        go.SetResult();

        Assert.All(await Task.WhenAll(tries), answer => Assert.Equal(SignInAnswer.Refused, answer));
        Assert.Equal(5, verified);
        Assert.True(await gate.IsLockedAsync("liwei", At, TestContext.Current.CancellationToken));

        async Task<SignInAnswer> Try()
        {
            await go.Task;
            return await gate.TryAsync("liwei", new Secret("wrong"), Wrong, At, TestContext.Current.CancellationToken);
        }

        async ValueTask<bool> Wrong(string login, Secret password, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref verified);
            await Task.Yield();
            return false;
        }
    }

    [Fact]
    public async Task A_wrong_try_while_locked_does_not_extend_or_reset_anything()
    {
        InMemoryGateStore store = new();
        SignInGate gate = new(store, Figures);
        await Try(gate, "wrong", 5);
        GateKey key = new("sign-in", "liwei");
        GateEntry locked = await store.ReadAsync(key, TestContext.Current.CancellationToken);
        await Try(gate, "wrong", 3);
        await Try(gate, "right", 1);

        Assert.Equal(locked, await store.ReadAsync(key, TestContext.Current.CancellationToken));
        Assert.True(await gate.IsLockedAsync("liwei", At + Duration.FromDays(1000), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_success_resets_the_count_an_unlock_resets_it_too_a_session_refresh_does_not()
    {
        SignInGate gate = new(new InMemoryGateStore(), Figures);
        await Try(gate, "wrong", 4);
        Assert.Equal(SignInAnswer.Admitted, await Try(gate, "right", 1));
        await Try(gate, "wrong", 4);
        Assert.False(await gate.IsLockedAsync("liwei", At, TestContext.Current.CancellationToken));
        await Try(gate, "wrong", 1);
        Assert.True(await gate.IsLockedAsync("liwei", At, TestContext.Current.CancellationToken));

        Assert.False(await gate.UnlockAsync("liwei", AccountActor.SomeoneElse, YesNo.Yes, At, TestContext.Current.CancellationToken));
        Assert.False(await gate.UnlockAsync("liwei", AccountActor.AreaManager, YesNo.Unknown, At, TestContext.Current.CancellationToken));
        Assert.Equal(SignInAnswer.Refused, await Try(gate, "right", 1));
        Assert.True(await gate.UnlockAsync("liwei", AccountActor.AreaManager, YesNo.Yes, At, TestContext.Current.CancellationToken));
        await Try(gate, "wrong", 4);
        Assert.Equal(SignInAnswer.Admitted, await Try(gate, "right", 1));

        // A session refresh has no password, so it never comes to the gate; that the history does not count it is CRD-05's golden case.
        AccountEvent refresh = new() { Id = "E5", AccountId = "A1", HappenedAt = At, Sequence = 5, Kind = AccountEventKind.SessionRefreshed };
        AccountEvent[] wrong = [.. Enumerable.Range(1, 6).Where(number => number != 5).Select(number => refresh with { Id = $"E{number}", Sequence = number, Kind = AccountEventKind.WrongPassword })];
        OperatorAccount account = new() { Id = "A1", OpenedAt = At, Zone = "Asia/Shanghai" };
        Assert.Contains("CRD-05", Probe.Engine.EvaluateRequest(new PolicyCase(account, [refresh, .. wrong]), At).Deciding.Select(finding => finding.Standard.Id));
    }

    [Fact]
    public async Task An_unknown_user_gets_the_same_answer_in_the_same_shape()
    {
        InMemoryGateStore store = new();
        SignInGate gate = new(store, Figures);
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(
                await gate.TryAsync("liwei", new Secret("wrong"), Verify, At, TestContext.Current.CancellationToken),
                await gate.TryAsync("nobody", new Secret("wrong"), Verify, At, TestContext.Current.CancellationToken));
        }

        Assert.True(await gate.IsLockedAsync("nobody", At, TestContext.Current.CancellationToken));
        Assert.Equal(
            await store.ReadAsync(new GateKey("sign-in", "liwei"), TestContext.Current.CancellationToken),
            await store.ReadAsync(new GateKey("sign-in", "nobody"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nimdA2026", "loginReversed")]
    [InlineData("x-19900512-x", "birthday")]
    [InlineData("x-12051990-x", "birthday")]
    [InlineData("x-05/12/90-x", "birthday")]
    public void Login_admin_candidate_nimdA2026_or_the_birthday_in_any_common_order_is_refused(string candidate, string ground)
    {
        AccountHolder admin = new() { Id = "H1", AccountId = "A1", KnownSince = At, Login = "admin", Names = ["Zhang Wei"], Birthday = new LocalDate(1990, 5, 12) };
        RequestDecision decision = Probe.Engine.EvaluateRequest(new PolicyCase(Candidate(candidate), admin), At);

        Assert.Equal(RequestOutcome.Denied, decision.Outcome);
        Finding finding = Assert.Single(decision.Deciding);
        Assert.Equal(("CRD-03", ground), (finding.Standard.Id, finding.Class));
        Assert.Contains(ground == "birthday" ? "contains the holder's birthday" : "contains the login name reversed", finding.ToString(), StringComparison.Ordinal);
    }

    private static bool Same(Secret candidate, string stored) => candidate.Reveal() == stored;

    private static ValueTask<bool> Verify(string login, Secret password, CancellationToken cancellationToken) => new(login == "liwei" && password == new Secret("right"));

    private static async Task<SignInAnswer> Try(SignInGate gate, string password, int times)
    {
        SignInAnswer answer = SignInAnswer.Refused;
        for (int i = 0; i < times; i++)
        {
            answer = await gate.TryAsync("liwei", new Secret(password), Verify, At, TestContext.Current.CancellationToken);
        }

        return answer;
    }

    private static PasswordCandidate Candidate(string password) => new() { Id = "P1", AccountId = "A1", ProposedAt = At, Password = new Secret(password), Reuse = PasswordReuse.None };

    private static string[] Refused(string password, PasswordReuse? reuse = null) =>
    [
        .. Probe.Engine.Evaluate(Candidate(password) with { Reuse = reuse ?? PasswordReuse.None }, At).Findings
            .Where(finding => finding.Kind == FindingKind.Prohibition).Select(finding => finding.Standard.Id),
    ];
}

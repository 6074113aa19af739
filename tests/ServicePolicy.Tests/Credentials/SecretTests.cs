using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Evaluation;
using ServicePolicy.Gates;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Serialization;
using ServicePolicy.Tests.Rules;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

/// <summary>A password never appears in a string that the library makes.</summary>
public sealed class SecretTests
{
    private const string Dots = "••••••••";
    private static readonly Instant At = Arbitraries.Origin;
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans");

    [Fact]
    public void ToString_AnySecret_IsDotsOfOneLength()
    {
        Assert.Equal(Dots, new Secret("a").ToString());
        Assert.Equal(Dots, new Secret(new string('a', 500)).ToString());
        Assert.Equal(Dots, $"{new Secret("canary")}");
    }

    [Fact]
    public void Debugger_AnySecret_ShowsToString()
    {
        Assert.Equal("{ToString(),nq}", typeof(Secret).GetCustomAttributes(typeof(System.Diagnostics.DebuggerDisplayAttribute), false).Cast<System.Diagnostics.DebuggerDisplayAttribute>().Single().Value);
        Assert.All(
            typeof(Secret).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
            field => Assert.Single(field.GetCustomAttributes(typeof(System.Diagnostics.DebuggerBrowsableAttribute), false)));
        Assert.Empty(typeof(Secret).GetProperties());
    }

    [Fact]
    public void Serialize_WithoutOptionsOfTheLibrary_IsDots() => Assert.Equal(Dots, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(new Secret("canary"))));

    [Fact]
    public void Equals_SameText_IsEqual()
    {
        Assert.Equal(new Secret("a"), new Secret("a"));
        Assert.True(new Secret("a") != new Secret("b"));
        Assert.Equal(new Secret("a").GetHashCode(), new Secret("a").GetHashCode());
        Assert.Equal("a", new Secret("a").Reveal());
    }

    [Theory]
    [InlineData("12345678")]
    [InlineData("[\"canary\"]")]
    [InlineData("{\"text\":\"canary\"}")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"canary\\ud800\"")]
    public void ReadFact_WhatIsNoSecret_IsRefusedUnseen(string json)
    {
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadFact(Candidate(json)));

        Assert.Equal("password: the value, not shown here, is not a secret: give it as text, in quotes and valid UTF-8.", error.Message);
        Assert.Equal("password", error.Path);
    }

    [Theory]
    [InlineData("[{0}]")]
    [InlineData("{\"root\":[{0}]}")]
    [InlineData("{\"root\":{0},\"facts\":{0}}")]
    [InlineData("{\"root\":{0},\"facts\":[[{0}]]}")]
    [InlineData("{\"type\":{0}}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"id\":{0},\"accountId\":\"A1\",\"proposedAt\":\"2026-11-20T01:00:00Z\",\"password\":\"canary\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"id\":\"1\",\"accountId\":\"A1\",\"proposedAt\":\"now\",\"password\":\"canary\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"id\":\"1\",\"accountId\":\"A1\",\"proposedAt\":\"2026-11-20T01:00:00Z\",\"passwort\":\"canary\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"password\":\"canary\",\"password\":\"canary\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"password\":\"canary")]
    [InlineData("{\"type\":\"passwordCandidate\",\"password\":\"canary\u0001\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"password\":\"canary\\x\"}")]
    [InlineData("{\"type\":\"passwordCandidate\",\"password\":canary}")]
    public void ReadCase_BrokenJsonAroundASecret_DoesNotQuoteIt(string form)
    {
        string json = form.Replace("{0}", Candidate("\"canary\""), StringComparison.Ordinal);
        FactFormatException error = Assert.Throws<FactFormatException>(() => PolicyJson.ReadCase(json));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Evaluate_RuleThatThrows_DoesNotSayIt()
    {
        PolicyEngine engine = TestRules.Engine(
            rules => rules.Rule("T-01").For<PasswordCandidate>().Yield((candidate, to) => throw new InvalidOperationException($"for {candidate}")),
            "T-01");

        Assert.DoesNotContain("canary", Assert.Throws<RuleFaultException>(() => engine.Evaluate(Fact("canary"), At)).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The password that is asked for, whatever it is, is in nothing that the library makes of it.</summary>
    [Property(MaxTest = 200, Arbitrary = [typeof(SecretTests)])]
    public void Canary_AnyPassword_IsInNoStringOfTheLibrary(Canary canary)
    {
        StringBuilder all = new();
        PasswordCandidate candidate = Fact(canary.Text) with { Id = "P1" };
        ServicePassword service = new() { Id = "S1", ProposedAt = At, Password = new Secret(canary.Text), IsInitial = YesNo.Yes, IdDocument = new Secret(canary.Text) };
        AccountHolder holder = new() { Id = "H1", AccountId = "A1", KnownSince = At, Login = "liwei", Names = ["Li Wei"], Birthday = new LocalDate(1990, 5, 12) };
        PolicyCase[] cases = [new(candidate), new(candidate, holder, service), new(service), new(holder, candidate)];
        foreach (PolicyCase @case in cases)
        {
            all.AppendJoin('\n', @case.Facts);
            all.Append(Json(writer => PolicyJson.WriteCase(writer, @case)));
            PolicyDecision decision = Probe.Engine.Evaluate(@case, At);
            PolicyTimeline timeline = Probe.Engine.Timeline(@case, Probe.Window);
            RequestDecision request = Probe.Engine.EvaluateRequest(@case, At);
            PolicyExplanation explanation = Probe.Engine.Explain(@case, At);
            foreach (CultureInfo culture in new[] { CultureInfo.InvariantCulture, Chinese })
            {
                all.Append(decision.Describe(culture)).Append(request.Describe(culture));
                all.AppendJoin('\n', timeline.Findings.Select(finding => finding.Describe(culture) + finding.MessageCode + finding.Class));
            }

            all.Append(request).Append(decision).Append(timeline).Append(explanation).AppendJoin('\n', explanation.Trace).AppendJoin('\n', explanation.Trace.SelectMany(entry => entry.Values));
            all.Append(Json(writer => PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture)));
        }

        PolicyCase twice = new(candidate, candidate);
        all.Append(Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(twice, At)));
        all.Append(PasswordReuse.Compare(candidate.Password, ["hash"], (_, _) => true));
        Assert.DoesNotContain(Canary.Mark, all.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whoever verifies gets the password; an exception of theirs is theirs, and nothing of the gate's has it.</summary>
    [Fact]
    public async Task SignInGate_StoreThatBreaksItsContract_DoesNotSayIt()
    {
        SignInGate gate = new(new NeverWrites(), new CredentialStandards());

        GateContentionException error = await Assert.ThrowsAsync<GateContentionException>(
            async () => await gate.TryAsync("canary-login", new Secret("canary"), (_, _, _) => new(true), At, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    public static Arbitrary<Canary> Canaries() => Arb.From(
        from length in Gen.Choose(6, 40)
        from letters in Gen.ArrayOf(Gen.Elements("QXZJKqxzjk0987654321#%&=~ÄßЖ电😀".EnumerateRunes().Select(rune => rune.ToString())), length)
        select new Canary($"{Canary.Mark}{string.Concat(letters)}"));

    private static string Candidate(string password) =>
        $$"""{"type":"passwordCandidate","id":"1","accountId":"A1","proposedAt":"2026-11-20T01:00:00Z","password":{{password}}}""";

    private static PasswordCandidate Fact(string password) => new() { Id = "P1", AccountId = "A1", ProposedAt = At, Password = new Secret(password) };

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <param name="Text">A password that begins with a mark, which no way of escaping changes.</param>
    public sealed record Canary(string Text)
    {
        public const string Mark = "Zq9Zq9";
    }

    private sealed class NeverWrites : IGateStore
    {
        public ValueTask<GateEntry> ReadAsync(GateKey key, CancellationToken cancellationToken) => new(GateEntry.None);

        public ValueTask<bool> TryWriteAsync(GateKey key, long version, GateState state, CancellationToken cancellationToken) => new(false);
    }
}

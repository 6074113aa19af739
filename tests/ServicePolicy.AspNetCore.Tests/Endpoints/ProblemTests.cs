using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.AspNetCore.Tests.Endpoints.PolicyEndpointsTests;

namespace ServicePolicy.AspNetCore.Tests.Endpoints;

/// <summary>What cannot be decided is answered with problem details: every problem, and where.</summary>
public sealed class ProblemTests
{
    private const string Canary = "hunter2-canary";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_UnreadableFacts_TellsEveryMistakeAndItsPlace()
    {
        await using Host host = await Host.StartAsync();
        JsonNode problem = await Post(
            host,
            "decide",
            """
            {"root":{"type":"complaint","id":"1","receivedAt":"yesterday","tear":"vip"},
             "facts":[{"type":"disputedCharge","id":"D","chargedAt":"2026-11-19T01:00:00Z","overcharge":{"amount":"much","currency":"CNY"}},{"type":"refundPayment","id":"P","chargeId":"D","amount":{"amount":1,"currency":"CNY"}}]}
            """,
            HttpStatusCode.BadRequest);

        Assert.Equal(
            (400, "unreadableFacts", "The facts cannot be read."),
            (problem["status"]!.GetValue<int>(), problem["code"]!.GetValue<string>(), problem["title"]!.GetValue<string>()));
        Assert.Equal(["#/root/receivedAt", "#/root/tear", "#/facts/0/overcharge", "#/facts/1/paidAt"], Pointers(problem).Select(pointer => pointer!.Replace("/amount", string.Empty, StringComparison.Ordinal)));
        JsonNode first = problem["errors"]![0]!;
        Assert.Equal((1, 51), (first["line"]!.GetValue<int>(), first["column"]!.GetValue<int>()));
    }

    /// <summary>Where nobody knows what a fact is, a misspelt name may be a secret that stands in the wrong place: only its fact is told.</summary>
    [Fact]
    public async Task Decide_UnknownType_TellsNoNames()
    {
        await using Host host = await Host.StartAsync();
        JsonNode problem = await Post(host, "decide", """{"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tear":"vip"},"facts":[{"type":"chrage"}]}""", HttpStatusCode.BadRequest);

        Assert.Equal(["#/root", "#/facts/0/type"], Pointers(problem));
        Assert.DoesNotContain("tear", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1,2")]
    [InlineData("{\"type\":\"complaint\"")]
    [InlineData("{}")]
    public async Task Decide_NoCase_Is400(string body)
    {
        await using Host host = await Host.StartAsync();

        Assert.Equal("unreadableFacts", (await Post(host, "decide", body, HttpStatusCode.BadRequest))["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Decide_ImpossibleFacts_TellsEveryProblemAndItsPlace()
    {
        await using Host host = await Host.StartAsync();
        const string charge = """{"type":"disputedCharge","id":"D","chargedAt":"2026-11-19T01:00:00Z","overcharge":{"amount":-1,"currency":"CNY"}}""";
        JsonNode problem = await Post(
            host,
            "decide",
            $$$"""{"facts":[{"type":"disputedCharge","id":"E","chargedAt":"2026-11-19T01:00:00Z","overcharge":{"amount":1,"currency":"CNY"}},{{{charge}}},{{{charge}}}],"root":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":"2026-11-20T00:00:00Z"}}""",
            HttpStatusCode.UnprocessableEntity);

        Assert.Equal("impossibleFacts", problem["code"]!.GetValue<string>());
        Assert.Equal(["#/facts/2/id", "#/facts/2/overcharge", "#/facts/2/overcharge", "#/root/resolved"], Pointers(problem).Order());
    }

    [Fact]
    public async Task Decide_ImpossibleFactAlone_IsPlacedInTheBody()
    {
        await using Host host = await Host.StartAsync();
        JsonNode problem = await Post(host, "decide", """{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","resolved":"2026-11-20T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["#/resolved"], Pointers(problem));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T01:00:00")]
    public async Task Decide_NoInstant_NamesTheParameter(string asOf)
    {
        await using Host host = await Host.StartAsync();
        JsonNode problem = await Post(host, $"decide?asOf={asOf}", Host.Complaint, HttpStatusCode.BadRequest);

        Assert.Equal(("noInstant", "asOf"), (problem["code"]!.GetValue<string>(), Assert.Single(problem["errors"]!.AsArray())!["parameter"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Decide_NotJson_Is415()
    {
        await using Host host = await Host.StartAsync();
        using StringContent text = new(Host.Complaint, Encoding.UTF8, "text/plain");
        using HttpResponseMessage response = await host.Alice.PostAsync("/policy/decide", text, Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    /// <summary>Whether its length is announced or not: up to the limit it is read, and a byte beyond it is not.</summary>
    [Theory]
    [InlineData(0, true, HttpStatusCode.OK)]
    [InlineData(0, false, HttpStatusCode.OK)]
    [InlineData(1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Decide_BodyAtTheLimit_IsReadAndNotBeyond(int beyond, bool announced, HttpStatusCode expected)
    {
        await using Host host = await Host.StartAsync(options => options.MostBytes = 1_000);
        byte[] body = Encoding.UTF8.GetBytes(Host.Complaint.PadRight(1_000 + beyond));
        using HttpRequestMessage request = new(HttpMethod.Post, "/policy/decide") { Content = announced ? new ByteArrayContent(body) : new StreamContent(new Unseekable(body)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = !announced;
        using HttpResponseMessage response = await host.Alice.SendAsync(request, Cancel);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Decide_BodyThatDoesNotCome_Is408()
    {
        SignallingTime time = new();
        await using Host host = await Host.StartAsync(options => options.MostTime = TimeSpan.FromSeconds(3), time: time);
        using Endless content = new();
        Task<HttpResponseMessage> sent = host.Alice.PostAsync("/policy/decide", content, Cancel);
        await time.TimerSet;
        time.Advance(TimeSpan.FromSeconds(3));
        using HttpResponseMessage response = await sent;

        Assert.Equal(HttpStatusCode.RequestTimeout, response.StatusCode);
        content.End();
    }

    /// <summary>A rule takes all the time there is, and what comes after it is not asked any more.</summary>
    [Theory]
    [InlineData("decide")]
    [InlineData("request")]
    [InlineData("timeline")]
    [InlineData("explain")]
    public async Task AnyEndpoint_CaseThatTakesTooLong_Is503(string endpoint)
    {
        FakeTimeProvider time = new(Host.Now);
        await using Host host = await Host.StartAsync(
            options => (options.MostTime, options.Shows) = (TimeSpan.FromSeconds(3), _ => DecisionDetail.Explanation),
            policy => policy.AddRules(_ => new SlowRules(() => time.Advance(TimeSpan.FromSeconds(3)))),
            time: time);

        JsonNode problem = await Post(
            host,
            endpoint,
            $$"""{"root":{{Host.Complaint}},"facts":[{"type":"consultation","id":"1","takenAt":"2026-11-20T01:00:00Z"},{"type":"consultation","id":"2","takenAt":"2026-11-20T01:00:00Z"}]}""",
            HttpStatusCode.ServiceUnavailable);

        Assert.Equal("tooMuch", problem["code"]!.GetValue<string>());
        Assert.Equal("It takes longer than 3 s. Send fewer facts, or ask for a shorter window.", problem["errors"]![0]!["detail"]!.GetValue<string>());
    }

    /// <summary>Whatever is wrong with it, a secret stands in no answer.</summary>
    [Theory]
    [InlineData("""{"type":"passwordCandidate","id":"1","proposedAt":"2026-11-20T01:00:00Z","accountId":"A","password":"hunter2-canary"}""")]
    [InlineData("""{"type":"passwordCandidate","id":"1","proposedAt":"hunter2-canary","accountId":"A","password":"x"}""")]
    [InlineData("""{"type":"passwordCandidate","id":"1","proposedAt":"2026-11-20T01:00:00Z","accountId":"A","password":{"hunter2-canary":1}}""")]
    [InlineData("""{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","password":"hunter2-canary"}""")]
    [InlineData("""{"type":"passwordCandidate","id":"1","proposedAt":"2026-11-20T01:00:00Z","password":"hunter2-canary""")]
    public async Task AnyEndpoint_Secret_IsNeverShown(string body)
    {
        await using Host host = await Host.StartAsync(options => options.Shows = _ => DecisionDetail.Explanation);
        foreach (string endpoint in (string[])["decide", "request", "timeline", "explain"])
        {
            using HttpResponseMessage response = await host.Alice.PostAsync($"/policy/{endpoint}", Host.Json(body), Cancel);
            Assert.DoesNotContain(Canary, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>Tells when a timer was set: a source of cancellation makes its timer first, and sets it then.</summary>
    private sealed class SignallingTime() : FakeTimeProvider(Host.Now)
    {
        private readonly TaskCompletionSource set = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task TimerSet => set.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timer timer = new(base.CreateTimer(callback, state, dueTime, period), set);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                set.TrySetResult();
            }

            return timer;
        }

        private sealed class Timer(ITimer timer, TaskCompletionSource set) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                bool changed = timer.Change(dueTime, period);
                set.TrySetResult();
                return changed;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }

    private sealed class Unseekable(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }

    /// <summary>A body that begins and goes on when it is told to.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly TaskCompletionSource end = new();

        public Endless() => Headers.ContentType = new("application/json");

        public void End() => end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"type\":"u8.ToArray(), Cancel);
            await stream.FlushAsync(Cancel);
            await end.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            End();
            base.Dispose(disposing);
        }
    }

    private sealed class SlowRules : RuleSet
    {
        public SlowRules(Action takesTime)
            : base("Slow", new Standard("ACME-01", Severity.Minor, "ACME 1")) => Rule("ACME-01").For<Consultation>()
            .Yield((c, to) =>
            {
                takesTime();
                to.Permission(c.TakenAt);
            });
    }
}

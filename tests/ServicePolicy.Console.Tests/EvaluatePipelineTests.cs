using System.Text;
using System.Text.Json;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class EvaluatePipelineTests : IDisposable
{
    private const string AsOf = "2026-11-20T08:00:00Z";
    private readonly Bench bench = new();

    [Theory]
    [InlineData("cases.jsonl", "\n", "", "")]
    [InlineData("cases.json", ",\n", "[", "]")]
    [InlineData("cases.json", "\n", "", "")]
    public void Evaluate_ManyBatches_AreWrittenInOrder(string name, string between, string open, string close)
    {
        string[] ids = [.. Enumerable.Range(0, 5000).Select(i => $"CP-{i}")];

        Assert.Equal(0, Run(bench.Write(name, open + string.Join(between, ids.Select(Case)) + close)));

        Assert.Equal(ids, bench.Lines.Select(Id));
        Assert.Matches(@"read\s+│ 5,000", bench.Error);
    }

    [Fact]
    public void Evaluate_BadCasesAmongMany_AreNamedInOrderByTheirLine()
    {
        string text = string.Concat(Enumerable.Range(1, 4000).Select(i => i % 1000 == 0 ? "{\"type\":\"complaint\"}\n" : i % 500 == 0 ? "\n" : Case($"CP-{i}") + "\r\n"));

        Assert.Equal(2, Run(bench.Write("cases.jsonl", text)));

        Assert.Equal(3992, bench.Lines.Length);
        string[] errors = [.. bench.Error.Split('\n').Where(line => line.Contains(".jsonl:", StringComparison.Ordinal))];
        Assert.Equal(["1000", "2000", "3000", "4000"], errors.Select(line => line.Split(".jsonl:")[1].Split(':')[0]));
    }

    [Fact]
    public void Evaluate_LineLongerThanACaseMayBe_IsRefusedAndTheRestGoesOn()
    {
        byte[] line = new byte[70 << 20];
        Array.Fill(line, (byte)'x');
        bench.Input = new MemoryStream([.. Encoding.UTF8.GetBytes(Case("A") + "\n"), .. line, .. Encoding.UTF8.GetBytes("\n" + Case("B") + "\n{}\n")]);

        Assert.Equal(2, Run("-"));

        Assert.Equal(["A", "B"], bench.Lines.Select(Id));
        Assert.Contains("standard input:2:1: The case is longer than 64 MiB. Split it.", bench.Error);
        Assert.Contains("standard input:4:1: ", bench.Error);
    }

    [Fact]
    public void Evaluate_CompressedFile_IsReadAsWhatItHolds()
    {
        string text = Case("A") + "\n" + Case("B") + "\n";
        foreach (string file in new[] { bench.WriteCompressed("cases.jsonl.gz", text), bench.WriteCompressed("misnamed.jsonl", text) })
        {
            Assert.Equal(0, Run(file));
            Assert.Equal(["A", "B"], bench.Lines.Select(Id));
        }
    }

    [Fact]
    public void Evaluate_BrokenCompressedFile_IsUnusableAndWhatCameBeforeIsWritten()
    {
        byte[] whole = File.ReadAllBytes(bench.WriteCompressed("cases.jsonl.gz", string.Concat(Enumerable.Range(0, 5_000).Select(i => Case($"CP-{i}") + "\n"))));
        byte[] flipped = [.. whole];
        flipped[^6] ^= 1;
        byte[] wrong = [.. whole];
        Array.Fill(wrong, (byte)0xFF, whole.Length / 2, 64);

        foreach (byte[] broken in new[] { whole[..(whole.Length / 2)], whole[..^8], whole[..^1], [.. whole, 1, 2, 3], flipped, wrong })
        {
            Assert.Equal(2, Run(bench.Write("broken.jsonl.gz", broken)));
            Assert.Contains("broken.jsonl.gz: what is compressed in it is broken or cut off.", bench.Error);
            Assert.NotEmpty(bench.Lines);
            Assert.All(bench.Lines, line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
        }
    }

    [Fact]
    public void Evaluate_CompressedFileOfSeveralMembers_IsReadToItsEnd()
    {
        byte[] one = File.ReadAllBytes(bench.WriteCompressed("one.gz", Case("A") + "\n")), two = File.ReadAllBytes(bench.WriteCompressed("two.gz", Case("B")));

        Assert.Equal(0, Run(bench.Write("cases.jsonl.gz", [.. one, .. two])));
        Assert.Equal(["A", "B"], bench.Lines.Select(Id));
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("json")]
    [InlineData(null)]
    public void Evaluate_StandardInput_IsReadAsItIsSaid(string? input)
    {
        bench.Input = new DribblingStream(Encoding.UTF8.GetBytes($"{Case("A")}\n{Case("B")}"), 100);

        Assert.Equal(0, bench.Run(["evaluate", "-", "--as-of", AsOf, "--format", "json", .. input is null ? Array.Empty<string>() : ["--input", input]]));
        Assert.Equal(["A", "B"], bench.Lines.Select(Id));
    }

    [Fact]
    public void Evaluate_StandardInputWithAMapping_IsATable()
    {
        bench.Input = new MemoryStream("id,at\nA,2026-11-20T01:00:00Z\n"u8.ToArray());

        Assert.Equal(0, Run("-", "--mapping", bench.Write("map.json", """{"fact":"complaint","properties":{"id":{"column":"id"},"receivedAt":{"column":"at"}}}""")));
        Assert.Equal(["A"], bench.Lines.Select(Id));
    }

    [Fact]
    public void Evaluate_Interrupted_LeavesWholeLinesInOrder()
    {
        using CancellationTokenSource interruption = new();
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(i => Case($"CP-{i}") + "\n")));
        bench.Input = new DribblingStream(text, 50_000, passed =>
        {
            if (passed > 2_000_000)
            {
                interruption.Cancel();
            }
        });
        bench.Interrupted = interruption.Token;

        Assert.Equal(130, Run("-"));

        Assert.InRange(bench.Lines.Length, 1, 49_000);
        Assert.EndsWith("\n", bench.Output, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, bench.Lines.Length).Select(i => $"CP-{i}"), bench.Lines.Select(Id));
        Assert.Contains("Interrupted", bench.Error);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void Evaluate_Indeterminate_HasAnExitCodeOfItsOwnWhereAsked(bool asked, int code)
    {
        string file = bench.Write("cases.jsonl", """{"type":"complaint","id":"A","receivedAt":"2026-11-20T01:00:00Z","ticket":"T-1","firstReply":"2026-11-20T01:00:00Z"}""");

        Assert.Equal(code, Run(file, asked ? ["--fail-on-indeterminate"] : []));
        Assert.Equal(code, bench.Run(["explain", file, "--as-of", AsOf, .. asked ? ["--fail-on-indeterminate"] : Array.Empty<string>()]));
        Assert.Contains("Decided as soon as it is known: FiledBy, Tier.", bench.Output);
    }

    public void Dispose() => bench.Dispose();

    private static string Case(string id) => $$"""{"type":"complaint","id":"{{id}}","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1"}""";

    private static string Id(string line) => JsonElement.Parse(line).GetProperty("case").GetProperty("id").GetString()!;

    private int Run(string file, params string[] more) => bench.Run(["evaluate", file, "--as-of", AsOf, "--format", "json", .. more]);
}

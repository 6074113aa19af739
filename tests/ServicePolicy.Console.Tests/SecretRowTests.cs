using ServicePolicy.Samples.Input;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class SecretRowTests : IDisposable
{
    private const string Canary = "xq7canary#";
    private const string Header = "id,account,at,password,reuse\n";

    private static readonly string Mapping = Map("""{"column":"password"}""");

    private readonly Bench bench = new();

    public static TheoryData<string, string> Broken => new()
    {
        { "no header", $"c1,a,2026-03-02T00:00:00Z,{Canary},none\n" },
        { "a cell shifted to the left", $"{Header}c1,a,{Canary},none,\n" },
        { "a cell shifted to the right", $"{Header}c1,,a,2026-03-02T00:00:00Z,{Canary}\n" },
        { "a cell too many", $"{Header}c1,a,2026-03-02T00:00:00Z,{Canary},none,\n" },
        { "a stray quotation mark", $"{Header}c1,a,2026-03-02T00:00:00Z,{Canary}\",none\n" },
        { "an unclosed quotation mark", $"{Header}c1,a,2026-03-02T00:00:00Z,\"{Canary},none\n" },
        { "the password where the instant is", $"{Header}c1,a,{Canary},p,none\n" },
        { "the password where the Id is, and nothing where it is", $"{Header}{Canary},a,2026-03-02T00:00:00Z,,none\n" },
        { "the password in a wrong number", $"{Header}c1,a,2026-03-02T00:00:00Z,p,{Canary}\n" },
        { "no instant", $"{Header}c1,a,,{Canary},none\n" },
        { "bytes that are no text", $"{Header}c1,a,2026-03-02T00:00:00Z,{Canary}\uFFFF,none\n" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Evaluate_BrokenRowWithASecret_ShowsThePlaceAndNothingOfTheRow(string what, string csv)
    {
        Assert.Equal(2, bench.Run("evaluate", bench.Write("log.csv", csv), "--mapping", bench.Write("map.json", Mapping), "--as-of", "2026-04-01T00:00:00Z"));

        Assert.Matches(@"log\.csv:[12]:\d+: ", bench.Error);
        Assert.False((bench.Error + bench.Output).Contains(Canary, StringComparison.Ordinal), what);
    }

    [Fact]
    public void Evaluate_MapOnAnotherColumnOfTheRow_ShowsNoPassword()
    {
        string mapping = Mapping.Replace("\"reuse\":{\"column\":\"reuse\"}", "\"reuse\":{\"column\":\"reuse\",\"map\":{\"n\":\"none\"}}", StringComparison.Ordinal);

        Assert.Equal(2, bench.Run("evaluate", bench.Write("log.csv", $"{Header}c1,a,2026-03-02T00:00:00Z,p,{Canary}\n"), "--mapping", bench.Write("map.json", mapping), "--as-of", "2026-04-01T00:00:00Z"));

        Assert.Contains("log.csv:2:29: reuse: the value, which is not shown since the row has a secret, has no value in the mapping of 'reuse'.", bench.Error);
        Assert.DoesNotContain(Canary, bench.Error);
    }

    [Theory]
    [InlineData(""" {"column":"password","map":{"CANARY":"abc"}} """)]
    [InlineData(""" {"constant":"CANARY"} """)]
    [InlineData(""" {"column":"password","map":{"CANARY":5}} """)]
    [InlineData(""" {"column":"password","map":{"CANARY":"a","CANARY ":"b"}} """)]
    [InlineData(""" {"column":"password","map":{"CANARY":"a","CANARY":"b"}} """)]
    [InlineData(""" {"column":"password","map":{"CANARY":nothing}} """)]
    [InlineData(""" {"constant":"CANARY","column":"password"} """)]
    [InlineData(""" {"constant":["CANARY"]} """)]
    public void Evaluate_MapOnAPasswordColumn_IsRefusedAndShowsNoPassword(string binding)
    {
        string mapping = Map(binding.Replace("CANARY", Canary, StringComparison.Ordinal));

        Assert.Equal(2, bench.Run("evaluate", bench.Write("log.csv", Header), "--mapping", bench.Write("map.json", mapping), "--as-of", "2026-04-01T00:00:00Z"));
        Assert.Contains("map.json:1:", bench.Error);
        Assert.DoesNotContain(Canary, bench.Error);
    }

    [Fact]
    public void Read_GoodRowWithASecret_IsRead() =>
        Assert.Equal("c1", Assert.Single(MappedRows.Read(bench, Mapping, $"{Header}c1,a,2026-03-02T00:00:00Z,{Canary},none\n")).Case!.Root.Id);

    public void Dispose() => bench.Dispose();

    private static string Map(string password) => """
        {"fact":"passwordCandidate","properties":{"id":{"column":"id"},"accountId":{"column":"account"},"proposedAt":{"column":"at"},"password":PASSWORD,"reuse":{"column":"reuse"} } }
        """.Replace("PASSWORD", password, StringComparison.Ordinal);
}

using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private const string Case = """{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","filedBy":"someoneElse","ticket":"T-1"}""";
    private readonly Bench bench = new();

    [Fact]
    public void Check_ShippedFixtures_AreAsExpectedAndExerciseTheirClauses()
    {
        Assert.Equal(0, bench.Run("check", Path.Combine(AppContext.BaseDirectory, "fixtures")));

        Assert.Contains(" 0 different, 0 files unusable", bench.Output);
        string silent = bench.Lines.SingleOrDefault(line => line.StartsWith("Not exercised:", StringComparison.Ordinal)) ?? string.Empty;
        Assert.All(["CMP-01", "CMP-02", "CMP-03", "CMP-04", "CMP-05", "CMP-06", "RFD-01", "RFD-02", "RFD-03"], standard => Assert.DoesNotContain(standard, silent));
    }

    [Theory]
    [InlineData(""" "outcome":"inadmissible" """, 0, "1 as expected")]
    [InlineData(""" "outcome":"met" """, 1, "expected  met")]
    [InlineData(""" "nextChange":"never","deciding":["CMP-02"] """, 0, "1 as expected")]
    [InlineData(""" "nextChange":"2026-11-21T00:00:00Z" """, 1, "came      never")]
    [InlineData(""" "deciding":["CMP-01","CMP-02"] """, 1, "expected  CMP-01, CMP-02")]
    [InlineData(""" "findings":[{"standard":"CMP-01","kind":"obligation"},{"standard":"CMP-02","kind":"inadmissible","subject":"CP-1"}] """, 0, "1 as expected")]
    [InlineData(""" "findings":[{"standard":"CMP-01","kind":"obligation","state":"met"}] """, 1, "expected  nothing")]
    [InlineData(""" "findings":[{"standard":"CMP-01","kind":"obligation"},{"standard":"CMP-02","kind":"inadmissible","subject":"CP-2"}] """, 1, "\"CP-2\"")]
    [InlineData(""" "findings":[{"standard":"CMP-01","kind":"obligation","holds":{"end":"2026-11-21T00:00:00Z"}},{"standard":"CMP-02","kind":"inadmissible"}] """, 1, "\"holds\"")]
    [InlineData(""" "error":"cannot be" """, 1, "none: the case was decided")]
    public void Check_Expectation_IsComparedWithWhatCame(string expected, int code, string message)
    {
        Assert.Equal(code, bench.Run("check", bench.Write("f.json", Fixture(expected))));
        Assert.Contains(message, bench.Output);
    }

    [Theory]
    [InlineData(""" "clauses":{"CMP-02":[{"kind":"inadmissible","subject":"CP-1"}],"CMP-05":[]} """, 0, "1 as expected")]
    [InlineData(""" "clauses":{"CMP-01":[{}]} """, 0, "1 as expected")]
    [InlineData(""" "clauses":{"CMP-01":[{"state":"breached"}]} """, 1, "expected  {\"state\":\"breached\"}")]
    [InlineData(""" "clauses":{"CMP-02":[]} """, 1, "expected  nothing")]
    [InlineData(""" "clauses":{"CMP-05":[{"kind":"obligation"}]} """, 1, "came      nothing of that standard")]
    [InlineData(""" "clauses":{"CMP-02":[{"kind":"inadmissible"},{"kind":"inadmissible"}]} """, 1, "came      nothing of that standard")]
    public void Check_Clauses_AreComparedAndOthersNotLookedAt(string expected, int code, string message)
    {
        Assert.Equal(code, bench.Run("check", bench.Write("f.json", Fixture(expected))));
        Assert.Contains(message, bench.Output);
    }

    [Theory]
    [InlineData("2026-03-02T02:00:00Z", """ "request":"deferred","until":"2026-03-31T16:00:00Z" """, 0, "1 as expected")]
    [InlineData("2026-03-02T02:00:00Z", """ "request":"deferred","until":"2026-03-31T16:00:01Z" """, 1, "came      2026-03-31T16:00:00Z")]
    [InlineData("2026-03-31T16:00:00Z", """ "request":"allowed" """, 0, "1 as expected")]
    [InlineData("2026-03-31T16:00:00Z", """ "request":"notApplicable" """, 1, "came      allowed")]
    [InlineData("2026-03-02T02:00:00Z", """ "request":"denied","deciding":["RFD-09"],"clauses":{"RFD-09":[{"kind":"prohibition"}]} """, 1, "came      deferred")]
    public void Check_Request_IsAskedOfTheRoot(string asOf, string expected, int code, string message)
    {
        // A balance is paid out from the first of the following month on: RFD-09.
        string closure = """{"type":"accountClosure","id":"K-1","closedAt":"2026-03-02T01:00:00Z","balance":{"amount":100,"currency":"CNY"},"kind":"prepaid","zone":"Asia/Shanghai","balanceChecked":"2026-03-02T01:10:00Z","refundable":"yes"}""";

        Assert.Equal(code, bench.Run("check", bench.Write("f.json", Fixture(expected, closure).Replace("2026-11-20T08:00:00Z", asOf, StringComparison.Ordinal))));
        Assert.Contains(message, bench.Output);
    }

    [Theory]
    [InlineData(""" "outcom":"met" """, "'outcom' is not known here.")]
    [InlineData(""" "outcome":"fine" """, "outcome: 'fine' is not known here.")]
    [InlineData(""" "findings":[{"standard":"CMP-99","kind":"violation"}] """, "findings[0].standard: 'CMP-99' is not known here.")]
    [InlineData(""" "findings":[{"standard":"CMP-01"}] """, "findings[0]: 'kind' is missing.")]
    [InlineData(""" "findings":[{"standard":"CMP-01","kind":"obligation","until":1}] """, "'until' is not known here.")]
    [InlineData(""" "note":"nothing" """, "nothing is expected.")]
    [InlineData(""" "clauses":{"CMP-99":[]} """, "clauses.CMP-99: 'CMP-99' is not known here.")]
    [InlineData(""" "clauses":{"CMP-01":[{"standard":"CMP-01"}]} """, "'standard' is not known here.")]
    [InlineData(""" "clauses":{"CMP-01":[{"kind":"duty"}]} """, "clauses.CMP-01[0].kind: 'duty' is not known here.")]
    [InlineData(""" "request":"yes" """, "request: 'yes' is not known here. Known are: allowed, deferred, indeterminate, denied, notApplicable.")]
    [InlineData(""" "request":"denied","outcome":"met" """, "a request has no 'outcome'")]
    [InlineData(""" "request":"denied","until":"2026-11-20T08:00:00Z" """, "until: only a request that is deferred has it.")]
    [InlineData(""" "figures":{},"settings":{},"outcome":"met" """, "settings: there are 'figures' too.")]
    [InlineData(""" "settings":{"SwitchedOff":[],"switchedOff":[]},"outcome":"met" """, "'switchedOff' stands twice")]
    [InlineData(""" "settings":{"SwitchedOff":["CMP-99"]},"outcome":"met" """, "settings: SP0015: 'CMP-99' is switched off")]
    [InlineData(""" "outcome":"met","outcome":"met" """, "'outcome' stands twice.")]
    public void Check_WrongFixture_IsUnusableAndNamesFileAndProperty(string expected, string message)
    {
        string file = bench.Write("f.json", Fixture(expected));

        Assert.Equal(2, bench.Run("check", file));
        Assert.Contains($"{file}:1:", bench.Error);
        Assert.Contains(message, bench.Error);
    }

    [Fact]
    public void Check_MistakeInTheFacts_IsADifferenceUnlessExpected()
    {
        string facts = Case.Replace("ticket", "tiket", StringComparison.Ordinal);

        Assert.Equal(1, bench.Run("check", bench.Write("f.json", Fixture(""" "outcome":"met" """, facts))));
        Assert.Contains("'tiket' is no property of complaint. Did you mean 'ticket'?", bench.Output);
        Assert.Equal(0, bench.Run("check", bench.Write("f.json", Fixture(""" "error":"'tiket' is no property" """, facts))));
    }

    [Fact]
    public void Check_OwnFigures_AreUsed()
    {
        string fixture = """{"description":"d","figures":{"Complaints":{"Vip":"PT1H"}},"case":{"type":"complaint","id":"1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"1"},"asOf":"2026-11-20T03:00:00Z","outcome":"breached"}""";

        Assert.Equal(0, bench.Run("check", bench.Write("f.json", fixture)));
        Assert.Equal(2, bench.Run("check", bench.Write("f.json", fixture.Replace("PT1H", "soon", StringComparison.Ordinal))));
        Assert.Contains("'soon' is not usable", bench.Error);
    }

    [Fact]
    public void Check_Settings_AreThoseOfAHost()
    {
        string fault = """{"type":"deviceFault","id":"F-1","foundAt":"2026-03-02T02:00:00Z","calendar":"hall","reported":"2026-03-02T02:10:00Z","repairPlanned":"2026-03-02T02:10:00Z","signPutUp":"2026-03-02T02:05:00Z"}""";
        string settings = """ "settings":{"Calendars":{"hall":{"Zone":"Asia/Shanghai","FirstYear":2026,"LastYear":2026,"HolidaysOf":"China","Hours":{"Monday":["09:00-18:00"]}}},"SwitchedOff":["CMP"]}, """;

        Assert.Equal(0, bench.Run("check", bench.Write("f.json", Fixture(settings + """ "clauses":{"HND-14":[{"kind":"obligation"}]} """, fault))));
        Assert.Equal(0, bench.Run("check", bench.Write("f.json", Fixture(""" "clauses":{"HND-14":[{"kind":"indeterminate"}]} """, fault))));
        Assert.Equal(0, bench.Run("check", bench.Write("f.json", Fixture(settings + """ "outcome":"notApplicable" """))));
    }

    [Theory]
    [InlineData("en", "as expected")]
    [InlineData("zh", "符合预期")]
    public void Check_Report_IsOnePageWithEverythingEscaped(string language, string word)
    {
        string file = bench.Write("f.json", Fixture(""" "note":"<script>alert(1)</script>","outcome":"met" """, description: "<b>&\\\"'"));

        Assert.Equal(1, bench.Run("check", file, "--report", bench.Path("r.html"), "--lang", language));

        string page = File.ReadAllText(bench.Path("r.html"));
        Assert.Contains(word, page);
        Assert.Contains("&lt;b&gt;&amp;&quot;&#39;", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("http", page.Replace("http-equiv", string.Empty, StringComparison.Ordinal));
        string body = page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + 7)];
        Assert.NotEmpty(XElement.Parse(body).Elements());
    }

    [Fact]
    public void Check_FolderWithoutFixtures_IsUnusable()
    {
        Directory.CreateDirectory(bench.Path("empty"));

        Assert.Equal(2, bench.Run("check", bench.Path("empty")));
        Assert.Equal(2, bench.Run("check", bench.Path("missing.json")));
    }

    [Fact]
    public void Schema_Written_KnowsEveryMemberOfAFact()
    {
        Assert.Equal(0, bench.Run("schema"));

        JsonElement definitions = JsonElement.Parse(bench.Output).GetProperty("$defs");
        Assert.Equal(["id", "receivedAt", "type"], definitions.GetProperty("complaint").GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
        Assert.True(definitions.GetProperty("complaint").GetProperty("properties").TryGetProperty("referredTo", out _));
    }

    public void Dispose() => bench.Dispose();

    private static string Fixture(string expected, string facts = Case, string description = "d") =>
        $$"""{"description":"{{description}}","case":{{facts}},"asOf":"2026-11-20T08:00:00Z",{{expected}}}""";
}

using System.Text.Json;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class SettingsTests : IDisposable
{
    private const string AsOf = "2026-11-20T08:00:00Z";
    private const string Vip = """{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1","firstReply":"2026-11-20T02:00:00Z"}""";
    private const string Fault = """{"type":"deviceFault","id":"F-1","foundAt":"2026-03-02T02:00:00Z","calendar":"hall","reported":"2026-03-02T02:10:00Z","repairPlanned":"2026-03-02T02:10:00Z","signPutUp":"2026-03-02T02:05:00Z"}""";
    private const string Hall = """{"hall":{"Zone":"Asia/Shanghai","FirstYear":2026,"LastYear":2026,"HolidaysOf":"China","Hours":{"Monday":["09:00-18:00"]}}}""";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("""{"Figures":{"Complaints":{"Vip":"PT4H"}},"SwitchedOff":["CMP-01"]}""")]
    [InlineData("""{"Logging":{"Level":"Debug"},"ServicePolicy":{"Figures":{"Complaints":{"Vip":"PT4H"}},"SwitchedOff":["CMP-01"]}}""")]
    public void Evaluate_Settings_AreThoseOfAHostOrItsWholeConfiguration(string settings)
    {
        Assert.Equal(0, bench.Run("evaluate", bench.Write("case.json", Vip), "--as-of", AsOf, "--settings", bench.Write("settings.json", settings)));

        Assert.Contains("Breached", bench.Output);
        Assert.DoesNotContain("CMP-01", bench.Error);
    }

    [Fact]
    public void Evaluate_Figures_StandOverThoseOfTheSettings()
    {
        string settings = bench.Write("settings.json", """{"Figures":{"Complaints":{"Vip":"PT4H","Ordinary":"PT1H"}}}"""), figures = bench.Write("figures.json", """{"Complaints":{"Vip":"PT9H"}}""");

        Assert.Equal(0, bench.Run("catalogue", "--settings", settings, "--figures", figures));

        Assert.Contains("Complaints:Vip = PT9H", bench.Output);
        Assert.Contains("Complaints:Ordinary = PT1H", bench.Output);
    }

    [Fact]
    public void Evaluate_Calendar_IsThereByItsKey()
    {
        string file = bench.Write("case.json", Fault), calendar = bench.Write("calendar.json", Hall);

        bench.Run("evaluate", file, "--as-of", "2026-03-02T03:00:00Z", "--format", "json");
        Assert.Contains("\"standard\":\"HND-14\",\"kind\":\"indeterminate\"", bench.Output);

        bench.Run("evaluate", file, "--as-of", "2026-03-02T03:00:00Z", "--format", "json", "--calendar", calendar);
        Assert.Contains("\"standard\":\"HND-14\",\"kind\":\"obligation\"", bench.Output);
    }

    [Fact]
    public void Evaluate_CalendarThatIsInTheSettingsToo_IsUnusable()
    {
        string settings = bench.Write("settings.json", "{\"Calendars\":" + Hall.Replace("hall", "HALL", StringComparison.Ordinal) + "}");

        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", Fault), "--as-of", AsOf, "--settings", settings, "--calendar", bench.Write("calendar.json", Hall)));
        Assert.Contains("calendar 'hall' is in the settings too.", bench.Error);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("catalogue")]
    [InlineData("check")]
    public void Run_Off_IsKnownEverywhere(string command)
    {
        string[] args = command switch
        {
            "catalogue" => [command],
            "check" => [command, bench.Write("f.json", $$"""{"description":"d","case":{{Vip}},"asOf":"{{AsOf}}","outcome":"met"}""")],
            _ => [command, bench.Write("case.json", Vip), "--as-of", AsOf],
        };

        Assert.Equal(0, bench.Run([.. args, "--off", "CMP-05", "--off", "CMP-04"]));
        Assert.Equal(2, bench.Run([.. args, "--off", "CMP-99"]));
        Assert.Contains("SP0015: 'CMP-99' is switched off, and is no standard, family or handbook.", bench.Error);
    }

    [Theory]
    [InlineData("--figures", """{"Complaints":{"Vip":"PT4H"},"complaints":{}}""", "'complaints' stands twice, but for capital letters.")]
    [InlineData("--figures", """{"Complaints":{"Vip":"PT4H","Vip":"PT5H"}}""", "'Vip' stands twice.")]
    [InlineData("--settings", """{"SwitchedOff":["CMP-01"],"SwitchedOff":[]}""", "'SwitchedOff' stands twice.")]
    [InlineData("--settings", """[1]""", "an object is wanted here.")]
    [InlineData("--settings", """{"Figures":""", "This is no JSON from here on.")]
    [InlineData("--settings", "", "The file is empty.")]
    [InlineData("--calendar", """{"hall":{"Zone":"\ud800"}}""", "this is no text: its bytes or its escapes are broken.")]
    public void Evaluate_DuplicateKeysAndBrokenSettings_AreLocatedErrors(string option, string json, string message)
    {
        string file = bench.Write("settings.json", json);

        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", Vip), "--as-of", AsOf, option, file));
        Assert.StartsWith($"{file}:1:", bench.Error, StringComparison.Ordinal);
        Assert.Contains(message, bench.Error);
    }

    [Fact]
    public void Evaluate_SeveralMistakesInSettings_AreAllTold()
    {
        string settings = bench.Write("settings.json", """{"Figures":{"Complaints":{"Vip":"soon","Nobody":"PT1H"}},"Calendars":{"hall":{"Zone":"Mars/Base"}},"SwitchedOff":["CMP-99"]}""");

        Assert.Equal(2, bench.Run("evaluate", bench.Write("case.json", Vip), "--as-of", AsOf, "--settings", settings));
        Assert.All(["'soon'", "'Complaints:Nobody'", "'Mars/Base'", "'CMP-99'"], mistake => Assert.Contains(mistake, bench.Error));
        Assert.DoesNotContain("   at ", bench.Error);
    }

    [Fact]
    public void Explain_Case_ShowsWhatDecidesAndWhatWouldChangeIt()
    {
        Assert.Equal(0, bench.Run("explain", bench.Write("case.json", Vip), "--as-of", AsOf));

        Assert.Equal("""
            Complaint CP-1: At risk as of 2026-11-20T08:00:00Z, until 2026-11-20T09:00:00.000000001Z
              CMP-05 at risk: resolve within 8 h, due 2026-11-20T09:00:00Z, 1 h left (ZJ principles 3)
            """, string.Join('\n', bench.Lines.Take(2)));
        Assert.Contains("      yes: filed by the account holder", bench.Output);
        Assert.Contains("At 2026-11-20T09:00:00.000000001Z:", bench.Output);
        Assert.Contains("  - CMP-05 at risk", bench.Output);
        Assert.Contains("  + CMP-05 breached", bench.Output);
        Assert.DoesNotContain("says nothing", bench.Output);

        Assert.Equal(0, bench.Run("explain", bench.Write("case.json", Vip), "--as-of", AsOf, "--all"));
        Assert.Contains("RFD-01 says nothing", bench.Output);
    }

    [Fact]
    public void Schema_OfMappings_KnowsTheTypesAndTheirProperties()
    {
        Assert.Equal(0, bench.Run("schema", "mapping"));

        JsonElement schema = JsonElement.Parse(bench.Output);
        Assert.Contains("complaint", schema.GetProperty("properties").GetProperty("fact").GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
        Assert.Contains("receivedAt", bench.Output);
        Assert.Equal(2, bench.Run("schema", "mappings"));
    }

    public void Dispose() => bench.Dispose();
}

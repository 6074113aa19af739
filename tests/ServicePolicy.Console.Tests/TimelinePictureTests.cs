using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using ServicePolicy.Tests.Docs;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class TimelinePictureTests : IDisposable
{
    private const string Complaint = """{"type":"complaint","id":"CP-1","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","ticket":"T-1"}""";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("cp-1017.svg", "cases/cp-1017.json", "--as-of", "2026-11-20T08:00:00Z")]
    [InlineData("cp-1017.zh-Hans.svg", "cases/cp-1017.json", "--as-of", "2026-11-20T16:00", "--zone", "Asia/Shanghai", "--lang", "zh")]
    [InlineData("story.svg", "fixtures/story.json", "--as-of", "2026-11-24T00:00:00Z")]
    public void Pictures_OfTheDocs_AreWhatTheToolDraws(string picture, string source, params string[] options)
    {
        string file = Path.Combine(Repository.Root, "docs/pictures", picture), drawn = Draw(CaseOf(Path.Combine(Repository.Root, "samples", source)), options);
        if (Environment.GetEnvironmentVariable("SERVICEPOLICY_WRITE_DOCS") == "true")
        {
            File.WriteAllText(file, drawn);
        }

        Assert.True(drawn == File.ReadAllText(file).ReplaceLineEndings("\n"), $"docs/pictures/{picture} is not what `explain --svg` draws. Set SERVICEPOLICY_WRITE_DOCS=true and run this test to draw it again.");
    }

    [Fact]
    public void Explain_Complaint_DrawsTheStatesOfEachClauseInOrder()
    {
        XElement svg = XElement.Parse(Draw(Complaint, "--as-of", "2026-11-20T08:00:00Z"));

        string[] said = [.. Texts(svg, "id", "word", "on mid")];
        Assert.Equal(["CMP-01", "CMP-04", "CMP-05", "as of", "next change", "met", "pending", "at risk", "breached", "pending", "at risk", "breached"], said);
        Assert.Equal(["01:00", "07:00", "08:00", "09:00", "13:00", "01:00"], Texts(svg, "soft mid").Where(text => text.Contains(':', StringComparison.Ordinal)));
        Assert.Equal(2, svg.Elements(Svg + "path").Count(path => (string?)path.Attribute("class") == "due" && Y(path) < Bottom(svg)));
    }

    [Fact]
    public void Explain_Complaint_BarsOfAClauseMeetAndTheInstantLiesWithin()
    {
        XElement svg = XElement.Parse(Draw(Complaint, "--as-of", "2026-11-20T08:00:00Z"));

        (double From, double To)[] bars = [.. Bars(svg, "CMP-05")];
        double now = X(svg.Elements(Svg + "path").Single(path => (string?)path.Attribute("class") == "now")), next = X(svg.Elements(Svg + "path").Single(path => (string?)path.Attribute("class") == "next"));

        Assert.Equal(3, bars.Length);
        Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.Equal(2, pair.Second.From - pair.First.To, 1));
        Assert.InRange(now, bars[1].From, bars[1].To);
        Assert.Equal(next + 1, bars[2].From, 1);
    }

    [Theory]
    [InlineData("en", "Timeline of Complaint CP-1: At risk", "CMP-05 at risk: resolve within 8 h", "[2026-11-20T07:00:00Z, 2026-11-20T09:00:00.000000001Z)")]
    [InlineData("zh", "Complaint CP-1 的时间线", "CMP-05 预警", "[2026-11-20T07:00:00Z, 2026-11-20T09:00:00.000000001Z)")]
    public void Explain_Complaint_CanBeReadWithoutSeeing(string language, string title, string finding, string holds)
    {
        XElement svg = XElement.Parse(Draw(Complaint, "--as-of", "2026-11-20T08:00:00Z", "--lang", language));

        Assert.Equal(("img", "title desc"), ((string?)svg.Attribute("role"), (string?)svg.Attribute("aria-labelledby")));
        Assert.StartsWith(title, (string?)svg.Element(Svg + "title"), StringComparison.Ordinal);
        string line = Assert.Single(((string)svg.Element(Svg + "desc")!).Split('\n'), line => line.Contains(finding, StringComparison.Ordinal));
        Assert.EndsWith(holds, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AnyCulture_DrawsTheSame()
    {
        string usual = Draw(Complaint, "--as-of", "2026-11-20T08:00:00Z");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(usual, Draw(Complaint, "--as-of", "2026-11-20T08:00:00Z"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Explain_FindingsSideBySide_HaveLanesOfTheirOwn()
    {
        using JsonDocument fixtures = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "samples/fixtures/story-across-families.json")));
        XElement svg = XElement.Parse(Draw(fixtures.RootElement[0].GetProperty("case").GetRawText(), "--as-of", "2026-11-20T08:00:00Z"));

        foreach (IGrouping<double, (double From, double To)> lane in svg.Elements(Svg + "path").Where(path => ((string?)path.Attribute("class"))!.StartsWith("bar ", StringComparison.Ordinal)).GroupBy(Y, Extent))
        {
            (double From, double To)[] bars = [.. lane.OrderBy(bar => bar.From)];
            Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        }

        Assert.Equal(Bars(svg, "RFD-06").Count(), ((string)svg.Element(Svg + "desc")!).Split('\n').Count(line => line.StartsWith("RFD-06", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""<CP & \"1\">""", "Complaint <CP & \"1\">")]
    [InlineData("""a\u0001b""", "Complaint a\uFFFDb")]
    public void Explain_AnyId_IsTextOfThePicture(string id, string expected)
    {
        XElement svg = XElement.Parse(Draw(Complaint.Replace("CP-1", id, StringComparison.Ordinal), "--as-of", "2026-11-20T08:00:00Z"));

        Assert.Equal(expected, Assert.Single(Texts(svg, "head")));
    }

    [Fact]
    public void Explain_BeforeAnythingHolds_DrawsTheInstantAlone()
    {
        XElement svg = XElement.Parse(Draw(Complaint, "--as-of", "2026-11-19T00:00:00Z"));

        Assert.Contains("19 Nov", Texts(svg, "soft mid"));
        Assert.True(X(svg.Elements(Svg + "path").Single(path => (string?)path.Attribute("class") == "now")) < Bars(svg, "CMP-05").First().From);
    }

    [Fact]
    public void Explain_FolderThatIsNotThere_IsUnusable()
    {
        Assert.Equal(2, bench.Run("explain", bench.Write("case.json", Complaint), "--as-of", "2026-11-20T08:00:00Z", "--svg", bench.Path("none/picture.svg")));
        Assert.Contains("none", bench.Error, StringComparison.Ordinal);
    }

    private string Draw(string @case, params string[] options)
    {
        string picture = bench.Path("picture.svg");
        Assert.Equal(0, bench.Run(["explain", bench.Write("case.json", @case), "--svg", picture, .. options]));
        return File.ReadAllText(picture);
    }

    /// <summary>The case of a file, or of the fixture in it.</summary>
    private static string CaseOf(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
        return (json.RootElement.TryGetProperty("case", out JsonElement @case) ? @case : json.RootElement).GetRawText();
    }

    private static IEnumerable<string> Texts(XElement svg, params string[] looks) =>
        svg.Elements(Svg + "text").Where(text => looks.Contains((string?)text.Attribute("class"))).Select(text => text.Value);

    private static IEnumerable<(double From, double To)> Bars(XElement svg, string standard) =>
        svg.Elements(Svg + "path").Where(path => ((string?)path.Element(Svg + "title"))?.StartsWith(standard, StringComparison.Ordinal) == true).Select(Extent);

    private static (double From, double To) Extent(XElement bar)
    {
        string shape = (string)bar.Attribute("d")!;
        double to = Number(shape[(shape.IndexOf('H', StringComparison.Ordinal) + 1)..shape.IndexOfAny(['q', 'l'])]);
        return (X(bar) - 4, to + (shape.Contains('l', StringComparison.Ordinal) ? 10 : 4));
    }

    private static double Bottom(XElement svg) => Number(((string)svg.Attribute("height")!)) - 44;

    private static double X(XElement path) => Number(((string)path.Attribute("d")!)[1..].Split(' ')[0]);

    private static double Y(XElement path) => Number(((string)path.Attribute("d")!).Split(' ', 'H', 'L', 'l')[1]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

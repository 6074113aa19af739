using System.Globalization;
using System.Text.RegularExpressions;
using ServicePolicy.Catalogue;
using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Tests.Docs;

public sealed partial class StandardsPageTests
{
    private static readonly StandardCatalogue Catalogue = PolicyEngine.Create(ServiceStandards.Default).Catalogue;

    public static TheoryData<string> Families => [.. Catalogue.Select(entry => entry.Standard.Family).Distinct()];

    [Theory]
    [InlineData("en", "docs/standards.md")]
    [InlineData("zh-Hans", "docs/zh-Hans/standards.md")]
    public void Page_OfTheDocs_IsThatOfTheCode(string culture, string file) => AssertIs(file, new StandardsPage(Catalogue, CultureInfo.GetCultureInfo(culture)).Write());

    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamilyInChinese_IsThatOfTheCode(string family) => AssertIs(
        $"docs/zh-Hans/families/{Catalogue.First(entry => entry.Standard.Family == family).Family.ToLowerInvariant()}.md",
        new StandardsPage(Catalogue, CultureInfo.GetCultureInfo("zh-Hans")).WriteFamily(family));

    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamily_HasThePartsOfTheCode(string family) => AssertHasParts(StandardsPage.PageOf(family), Catalogue, family);

    /// <summary>Beside the row that is made from the code, one by hand.</summary>
    [Theory]
    [MemberData(nameof(Families))]
    public void Page_OfAFamily_SaysWhatEachClauseComesTo(string family)
    {
        string page = StandardsPage.PageOf(family), byHand = MadeFromTheCode().Replace(File.ReadAllText(Path.Combine(Repository.Root, page)), string.Empty);

        Assert.All(Catalogue.Where(entry => entry.Standard.Family == family), entry => Assert.True(
            byHand.Contains($"| {entry.Standard.Id}", StringComparison.Ordinal) || byHand.Contains($", {entry.Standard.Id}", StringComparison.Ordinal),
            $"{page} does not say what {entry.Standard.Id} comes to. Write a row for it below the table of standards."));
    }

    [Theory]
    [InlineData("README.md", "of the {0} [standards]", "all {0} clauses")]
    [InlineData("README.zh-Hans.md", "随附的 {0} 条", "十一类共 {0} 条")]
    public void Readme_NumberOfStandards_IsThatOfTheCatalogue(string file, params string[] said)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.All(said, words => Assert.Contains(string.Format(CultureInfo.InvariantCulture, words, Catalogue.Count), page, StringComparison.Ordinal));
    }

    [Fact]
    public void StandardIds_OfTheAnalyzers_AreThoseOfTheCode() => AssertIs("analyzers/ServicePolicy.Analyzers/StandardIds.cs", StandardsPage.WriteIds(Catalogue));

    [Fact]
    public void Page_OfCurrentGuidance_HasThePartsOfTheCode() =>
        AssertHasParts("docs/families/current-guidance.md", PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions().UseCurrentGuidance()).Catalogue, "PWD");

    [Theory]
    [InlineData("")]
    [InlineData("<!-- made from the code: standards of CMP -->\n")]
    [InlineData("<!-- made from the code: standards of CMP -->\n<!-- made from the code: facts of CMP -->\n<!-- end -->\n")]
    public void Fill_OfAPageWithoutThePart_IsRefused(string page) =>
        Assert.Throws<FormatException>(() => new StandardsPage(Catalogue, CultureInfo.GetCultureInfo("en")).Fill(page, "CMP"));

    [Fact]
    public void Page_Links_ArePagesThatAreThere() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Concat(Projects().Select(project => Path.Combine(project, "README.md")).Where(File.Exists)),
        file => Assert.All(Links(File.ReadAllText(file)), link => Assert.True(
            Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)),
            $"{Path.GetRelativePath(Repository.Root, file)} links to '{link}', which is not there.")));

    private static IEnumerable<string> Projects() => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")));

    private static void AssertHasParts(string name, StandardCatalogue catalogue, string family) => AssertIs(
        name,
        new StandardsPage(catalogue, CultureInfo.GetCultureInfo("en")).Fill(File.ReadAllText(Path.Combine(Repository.Root, name)).ReplaceLineEndings("\n"), family));

    private static void AssertIs(string name, string page)
    {
        string file = Path.Combine(Repository.Root, name);
        if (Environment.GetEnvironmentVariable("SERVICEPOLICY_WRITE_DOCS") == "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, page);
        }

        Assert.True(page == File.ReadAllText(file).ReplaceLineEndings("\n"), $"{name} is not what the code says. docs/standards.md tells how to make it again.");
    }

    private static IEnumerable<string> Links(string page) =>
        page.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]).Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex("<!-- made from the code: .*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex MadeFromTheCode();
}

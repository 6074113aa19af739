using System.Globalization;
using ServicePolicy.Catalogue;
using Xunit;

namespace ServicePolicy.Tests.Docs;

public sealed class StandardsPageTests
{
    private static readonly StandardCatalogue Catalogue = PolicyEngine.Create(ServiceStandards.Default).Catalogue;

    [Fact]
    public void Page_OfTheDocs_IsThatOfTheCode()
    {
        string file = Path.Combine(Repository.Root, "docs/standards.md"), page = StandardsPage.Write(Catalogue);
        if (Environment.GetEnvironmentVariable("SERVICEPOLICY_WRITE_DOCS") == "true")
        {
            File.WriteAllText(file, page);
        }

        Assert.True(page == File.ReadAllText(file).ReplaceLineEndings("\n"), "docs/standards.md is not what the code says. The page itself tells how to make it again.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Titles_OfAllStandards_AreThere(string culture) => Assert.All(
        Catalogue,
        entry => Assert.False(string.IsNullOrWhiteSpace(entry.Standard.Title(CultureInfo.GetCultureInfo(culture)))));

    [Fact]
    public void Page_Links_ArePagesThatAreThere() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md")),
        file => Assert.All(Links(File.ReadAllText(file)), link => Assert.True(
            Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link)),
            $"{Path.GetRelativePath(Repository.Root, file)} links to '{link}', which is not there.")));

    private static IEnumerable<string> Links(string page) =>
        page.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]).Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));
}

using System.Text.RegularExpressions;
using Xunit;

namespace ServicePolicy.Tests.Docs;

/// <summary>What the page on adding a clause sends its reader to is there.</summary>
public sealed partial class AddAClausePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/add-a-clause.md"));

    [Fact]
    public void Page_TestsThatItNames_AreThere()
    {
        string[] named = [.. Test().Matches(Page).Select(match => match.Groups[1].Value).Distinct()];
        string tests = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains($" {name}(", tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_NeighboursToCopy_WriteWhatItSays()
    {
        string rules = Sources("*Rules.cs"), standards = Sources("*Standards.cs");
        string[][] rows = [.. Page.Split('\n').Select(line => line.Split('|')).Where(cells => cells.Length == 5 && Clause().IsMatch(cells[2]))];

        Assert.NotEmpty(rows);
        Assert.All(rows, cells => Assert.All(Clause().Matches(cells[2]), clause => Assert.Contains($"\"{clause.Value}\"", rules, StringComparison.Ordinal)));
        Assert.All(rows, cells => Assert.All(Word().Matches(cells[3]), word => Assert.Matches($@"\b{word.Groups[1].Value}\b", rules + standards)));
    }

    private static string Sources(string named) =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/ServicePolicy"), named, SearchOption.AllDirectories).Select(File.ReadAllText));

    [GeneratedRegex("`([A-Z][A-Za-z]+_[A-Za-z]+_[A-Za-z]+)`")]
    private static partial Regex Test();

    [GeneratedRegex("(?<!`)[A-Z]{3}-[0-9]{2}")]
    private static partial Regex Clause();

    [GeneratedRegex("`([A-Z][A-Za-z.]+)`")]
    private static partial Regex Word();
}

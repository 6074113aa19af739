using System.Text.RegularExpressions;
using Xunit;

namespace ServicePolicy.Tests.Docs;

public sealed partial class ErrorsPageTests
{
    [Fact]
    public void Page_Codes_AreThoseOfTheCode()
    {
        IEnumerable<string> code = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => InCode().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        string[] page = [.. InPage().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/errors.md"))).Select(match => match.Groups[1].Value)];

        Assert.Equal(code.Distinct().Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(SP00[0-9]{2})\"")]
    private static partial Regex InCode();

    [GeneratedRegex("^\\| (SP00[0-9]{2}) \\|", RegexOptions.Multiline)]
    private static partial Regex InPage();
}

using Xunit;

namespace ServicePolicy.Tests.Docs;

/// <summary>What the pages show as C# is code that the tests compile and run.</summary>
public sealed class SnippetsTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md", "docs/guide.md", "docs/json.md", "docs/postgresql.md", "docs/testing.md", "docs/families/current-guidance.md", "docs/identity.md", "docs/aspnetcore.md",
        "docs/add-a-clause.md",
        "src/ServicePolicy.NRules/README.md", "src/ServicePolicy.PostgreSql/README.md",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Snippets_OfAPage_AreInTheTests(string page)
    {
        string[][] sources = [.. Sources().Select(file => Lines(File.ReadAllText(file)))];
        string[][] paragraphs = [.. Blocks(page).SelectMany(Paragraphs)];

        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, paragraph => Assert.True(
            sources.Any(source => Contains(source, paragraph)),
            $"{page} shows code that no test has:\n{string.Join('\n', paragraph)}"));
    }

    [Fact]
    public void Readme_Example_IsThatOfTheConsumer() =>
        Assert.All(Blocks("README.md"), block => Assert.True(Contains(Lines(File.ReadAllText(Path.Combine(Repository.Root, ".ci/consumer/Program.cs"))), Lines(block))));

    [Fact]
    public void Readme_InChinese_HasTheSameCode() => Assert.Equal(Blocks("README.md"), Blocks("README.zh-Hans.md"));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.Tests/Docs"), "*.cs")
            .Append(Path.Combine(Repository.Root, ".ci/consumer/Program.cs"))
            .Append(Path.Combine(Repository.Root, "src/ServicePolicy/Handling/HandlingRules.cs"))
            .Append(Path.Combine(Repository.Root, "src/ServicePolicy/Handling/HandlingStandards.cs"))
            .Append(Path.Combine(Repository.Root, ".ci/web/Program.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.Tests/DependencyInjection"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.NRules.Tests/Docs"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.PostgreSql.Tests/Docs"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.Testing.Tests/Docs"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.Identity.Tests/Docs"), "*.cs"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/ServicePolicy.AspNetCore.Tests/Docs"), "*.cs"));

    private static List<string> Blocks(string page)
    {
        string[] parts = File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n").Split("```");
        return [.. parts.Where((part, index) => index % 2 == 1 && part.StartsWith("csharp\n", StringComparison.Ordinal)).Select(part => part["csharp\n".Length..])];
    }

    private static IEnumerable<string[]> Paragraphs(string block) =>
        block.Split("\n\n").Select(Lines).Where(lines => lines.Length > 0);

    private static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static bool Contains(string[] source, string[] lines) =>
        Enumerable.Range(0, Math.Max(0, source.Length - lines.Length + 1)).Any(start => source.AsSpan(start, lines.Length).SequenceEqual(lines));
}

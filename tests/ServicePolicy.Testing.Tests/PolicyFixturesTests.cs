using Xunit;

namespace ServicePolicy.Testing.Tests;

public sealed class PolicyFixturesTests : IDisposable
{
    private const string Case = """ "case": {"type": "complaint", "id": "CP-1", "receivedAt": "2026-11-20T01:00:00Z", "tier": "vip", "filedBy": "accountHolder", "ticket": "T-1"} """;

    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);
    private readonly string folder = Directory.CreateTempSubdirectory("fixtures").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Verify_AsExpected_CountsTheExpectations() =>
        Assert.Equal(2, PolicyFixtures.Verify(File($$"""{"description": "d", {{Case}}, "expect": [{"asOf": "2026-11-20T08:00:00Z", "outcome": "atRisk"}, {"asOf": "2026-11-20T10:00:00Z", "outcome": "breached"}]}"""), Engine));

    [Fact]
    public void Verify_Otherwise_SaysWhatWasExpectedAndWhatCame()
    {
        string file = File($$"""{"description": "due after eight hours", {{Case}}, "expect": [{"asOf": "2026-11-20T08:00:00Z", "outcome": "pending", "note": "an hour left"}, {"asOf": "2026-11-20T10:00:00Z", "outcome": "breached"}]}""");

        Assert.Equal(
            $"""
            1 of 2 expectations are not met.
            {file}: due after eight hours, as of 2026-11-20T08:00:00Z (an hour left)
              outcome
                expected  pending
                came      atRisk
            """,
            Fails(file));
    }

    [Fact]
    public void Verify_FiguresOfItsOwn_AreThoseOfTheEngineMadeForIt()
    {
        string file = File($$$"""{"description": "d", "figures": {"Complaints": {"Vip": "PT4H"}}, {{{Case}}}, "asOf": "2026-11-20T05:00:00.000000001Z", "outcome": "breached"}""");

        Assert.Equal(1, PolicyFixtures.Verify(file, Engine, create: section => PolicyEngine.Create(ServiceStandards.Read(section.GetSection("Figures")))));
        Assert.Equal($"{file}:1:33: figures: this fixture has an engine of its own. Tell PolicyFixtures.Verify how to create it.", Fails(file));
    }

    [Theory]
    [InlineData("""{"descripton": "d"}""", "'descripton' is not known here.")]
    [InlineData("""{"description": "d" """, "This is no JSON from here on.")]
    [InlineData("", "The file is empty.")]
    public void Verify_NoFixture_SaysWhere(string text, string message) => Assert.Contains(message, Fails(File(text)), StringComparison.Ordinal);

    [Fact]
    public void Files_None_IsAFailure() => Assert.Throws<PolicyAssertionException>(() => PolicyFixtures.Files(folder));

    private static string Fails(string file) => Assert.Throws<PolicyAssertionException>(() => PolicyFixtures.Verify(file, Engine)).Message;

    private string File(string text)
    {
        string file = Path.Combine(folder, "one.json");
        System.IO.File.WriteAllText(file, text);
        return file;
    }
}

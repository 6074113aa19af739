using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Laws;

/// <summary>
/// Laws that hold for every clause of every family without knowing it: S26 and S27 (what is said of facts with unknowns is what is said however they turn out),
/// S29 (one ruling), S1 (no hindsight), S15 (requests) and S17 (the next change).
/// </summary>
/// <remarks>
/// How much is tried is set by <see cref="LawSettings.OfEnvironment"/>. The table of what was found, and a small case for each, is written to
/// <c>laws/completions.md</c> below the folder of the tests.
/// </remarks>
public sealed class CompletionLaw
{
    private static readonly Lazy<LawRun> Run = new(static () =>
    {
        LawRun run = LawRun.Of(CatalogueRuler.Ruler, FactDomain.Library, CatalogueExceptions.In(LawSettings.OfEnvironment()));
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "laws")).FullName;
        File.WriteAllText(Path.Combine(folder, "completions.md"), $"{LawReport.Table(run)}\n{LawReport.Examples(run, CatalogueRuler.Ruler, FactDomain.Library)}");
        return run;
    });

    public static TheoryData<string> Laws => [.. Enum.GetNames<Law>()];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Evaluate_FactsWithUnknowns_KeepsTheLaw(string law)
    {
        Breach[] breaches = [.. Run.Value.Unexcused.Where(breach => breach.Law == Enum.Parse<Law>(law))];

        Assert.True(breaches.Length == 0, $"{law} is broken {breaches.Length} times. See laws/completions.md for the cases. By standard: {string.Join(", ", breaches.CountBy(breach => breach.Standard).OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"))}.");
    }
}

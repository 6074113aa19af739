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
/// <c>laws/completions.md</c> below the folder of the tests, and for ladders of warnings to <c>laws/warnings.md</c>.
/// </remarks>
public sealed class CompletionLaw
{
    private static readonly Lazy<LawRun> Run = new(static () => Try(CatalogueRuler.Ruler, LawSettings.OfEnvironment(), "completions.md"));

    private static readonly Lazy<LawRun> RunWithLadders = new(static () => Try(CatalogueRuler.RulerWithLadders, LawSettings.OfEnvironment() with { Cases = 100 }, "warnings.md"));

    public static TheoryData<string> Laws => [.. Enum.GetNames<Law>()];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Evaluate_FactsWithUnknowns_KeepsTheLaw(string law)
    {
        Breach[] breaches = [.. Run.Value.Unexcused.Where(breach => breach.Law == Enum.Parse<Law>(law))];

        ThrowIfAny(law, breaches);
    }

    /// <summary>Of warnings nothing is said that a completion denies; that they are told wherever they are certain is not claimed.</summary>
    [Theory]
    [MemberData(nameof(Laws))]
    public void Evaluate_WithALadderOfWarnings_KeepsTheLaw(string law) =>
        ThrowIfAny(law, [.. RunWithLadders.Value.Unexcused.Where(breach => breach.Law == Enum.Parse<Law>(law) && breach.Law is not (Law.OverCautious or Law.WrongInputs))]);

    private static LawRun Try(EngineRuler ruler, LawSettings settings, string report)
    {
        LawRun run = LawRun.Of(ruler, FactDomain.Library, CatalogueExceptions.In(settings));
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "laws")).FullName;
        File.WriteAllText(Path.Combine(folder, report), $"{LawReport.Table(run)}\n{LawReport.Examples(run, ruler, FactDomain.Library)}");
        return run;
    }

    private static void ThrowIfAny(string law, Breach[] breaches)
    {
        Assert.True(breaches.Length == 0, $"{law} is broken {breaches.Length} times. See the folder laws for the cases. By standard: {string.Join(", ", breaches.CountBy(breach => breach.Standard).OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"))}.");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServicePolicy.Tests.Laws;

/// <summary>All laws on many cases.</summary>
internal sealed class LawRun
{
    private LawRun(LawSettings settings, IReadOnlyList<Breach> breaches, IReadOnlyDictionary<string, (int Spoke, int Unknown)> spoke, IReadOnlyDictionary<(string Standard, string Input), int> residue, int cases, long completions, TimeSpan took) =>
        (Settings, Breaches, Spoke, Residue, Cases, Completions, Took) = (settings, breaches, spoke, residue, cases, completions, took);

    public LawSettings Settings { get; }

    /// <summary>What was found, in the order of the cases; a law once for each case, standard and subject.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    /// <summary>By standard, of how many subjects it spoke, and of how many it said that nobody knows.</summary>
    public IReadOnlyDictionary<string, (int Spoke, int Unknown)> Spoke { get; }

    /// <summary>In how many cases completions are still in doubt, by standard and input.</summary>
    public IReadOnlyDictionary<(string Standard, string Input), int> Residue { get; }

    public int Cases { get; }

    public long Completions { get; }

    public TimeSpan Took { get; }

    public static LawRun Of(IRuler ruler, IReadOnlyList<FactModel> models, LawSettings settings)
    {
        Stopwatch watch = Stopwatch.StartNew();
        CaseGenerator generator = new(ruler, models, Roots(ruler, models, settings), settings);
        ConcurrentDictionary<int, CaseCheck> checks = [];
        ConcurrentBag<Breach> faults = [];
        Parallel.For(0, settings.Cases, number =>
        {
            try
            {
                CaseCheck check = new(ruler, settings, generator.Case(number).Facts, settings.RandomFor(~number));
                if (check.Run())
                {
                    checks[number] = check;
                }
            }
            catch (FaultyCaseException faulty)
            {
                faults.Add(new Breach(Law.Fault, faulty.Fault.Standard, null, faulty.Facts, faulty.Facts[0].OpenedAt, faulty.Message));
            }
        });

        CaseCheck[] inOrder = [.. checks.OrderBy(check => check.Key).Select(check => check.Value)];
        return new LawRun(
            settings,
            [.. inOrder.SelectMany(check => check.Breaches), .. faults.OrderBy(fault => fault.Story, StringComparer.Ordinal)],
            inOrder.SelectMany(check => check.Spoke).GroupBy(spoke => spoke.Key.Standard).ToDictionary(group => group.Key, group => (group.Count(), group.Count(spoke => spoke.Value))),
            inOrder.SelectMany(check => check.Residue).CountBy(residue => residue).ToDictionary(),
            inOrder.Length,
            inOrder.Sum(check => (long)check.Completions),
            watch.Elapsed);
    }

    /// <summary>All types; where only some standards are looked at, those in whose cases they speak.</summary>
    private static IReadOnlyList<FactModel> Roots(IRuler ruler, IReadOnlyList<FactModel> models, LawSettings settings)
    {
        const int Samples = 30;
        if (settings.Only.Length == 0)
        {
            return models;
        }

        CaseGenerator all = new(ruler, models, models, settings);
        FactModel[] roots = [.. models.Where((_, root) => Enumerable.Range(0, Samples).Any(sample =>
            ruler.SayOrNull(all.Case((sample * models.Count) + root).Facts) is { } sayings && sayings.Any(saying => settings.Wants(saying.About.Standard))))];
        return roots.Length > 0 ? roots : models;
    }
}

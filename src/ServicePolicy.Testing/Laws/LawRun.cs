using System.Collections.Concurrent;

namespace ServicePolicy.Testing.Laws;

/// <summary>All laws on many cases.</summary>
internal sealed class LawRun
{
    private LawRun(LawSettings settings, IReadOnlyList<Breach> breaches, IReadOnlyDictionary<string, (int Spoke, int Unknown)> spoke, IReadOnlyDictionary<(string Standard, string Input), int> residue, int cases, long completions) =>
        (Settings, Breaches, Spoke, Residue, Cases, Completions) = (settings, breaches, spoke, residue, cases, completions);

    public LawSettings Settings { get; }

    /// <summary>What was found, in the order of the cases; a law once for each case, standard and subject.</summary>
    public IReadOnlyList<Breach> Breaches { get; }

    /// <summary>By standard, of how many subjects it spoke, and of how many it said that nobody knows.</summary>
    public IReadOnlyDictionary<string, (int Spoke, int Unknown)> Spoke { get; }

    /// <summary>In how many cases completions are still in doubt, by standard and input.</summary>
    public IReadOnlyDictionary<(string Standard, string Input), int> Residue { get; }

    public int Cases { get; }

    public long Completions { get; }

    /// <summary>What was found and must not be.</summary>
    public IEnumerable<Breach> Unexcused => Breaches.Where(breach => LawExceptions.ReasonFor(breach, Settings) is null);

    public static LawRun Of(IRuler ruler, FactDomain domain, LawSettings settings)
    {
        CaseGenerator generator = new(ruler, domain, settings, Roots(ruler, domain, settings));
        ConcurrentDictionary<int, CaseCheck> checks = [];
        ConcurrentBag<Breach> faults = [];
        Parallel.For(0, settings.Cases, number =>
        {
            try
            {
                CaseCheck check = new(ruler, domain, settings, generator.Case(number).Facts, settings.RandomFor(~number));
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
            inOrder.Sum(check => (long)check.Completions));
    }

    /// <summary>All types; where only some standards are looked at, those in whose cases they speak.</summary>
    private static IReadOnlyList<FactModel> Roots(IRuler ruler, FactDomain domain, LawSettings settings)
    {
        const int Samples = 30;
        if (settings.Only.Length == 0)
        {
            return domain.Models;
        }

        IReadOnlyList<FactModel> models = domain.Near;
        CaseGenerator all = new(ruler, domain, settings, models);
        FactModel[] roots = [.. models.Where((_, root) => Enumerable.Range(0, Samples).Any(sample =>
            ruler.SayOrNull(all.Case((sample * models.Count) + root).Facts) is { } sayings && sayings.Any(saying => settings.Wants(saying.About.Standard))))];
        return roots.Length > 0 ? roots : models;
    }
}

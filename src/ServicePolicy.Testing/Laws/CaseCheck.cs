using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Tries all laws on one case.</summary>
internal sealed class CaseCheck(IRuler ruler, FactDomain domain, LawSettings settings, IReadOnlyList<IFact> facts, Random random)
{
    private readonly List<Breach> breaches = [];
    private readonly HashSet<(Law, string, FactKey?)> told = [];

    /// <summary>What was found, a law once for each standard and subject.</summary>
    public IReadOnlyList<Breach> Breaches => breaches;

    public int Completions { get; private set; }

    /// <summary>The standards that said something of the case or of a completion, and whether they said of the case that nobody knows.</summary>
    public Dictionary<About, bool> Spoke { get; } = [];

    /// <summary>What completions are still in doubt for, by standard: what the completions do not tell.</summary>
    public HashSet<(string Standard, string Input)> Residue { get; } = [];

    /// <summary>Tries the laws; <see langword="false"/> where the case cannot be, whatever the unknown turns out to be.</summary>
    public bool Run()
    {
        IReadOnlyList<Saying>? sayings = ruler.SayOrNull(facts);
        Completer completer = new(ruler, domain, facts, random);
        List<Completion> completions = completer.Complete(sayings ?? [], settings.Completions, out bool areAll);
        if (completions.Count == 0)
        {
            return false;
        }

        if (sayings is null)
        {
            // S27: a range in which an event cannot have been is impossible, even of one that may not have happened.
            if (completions.Find(completion => !completion.Values.Contains(Occurrence.NotHappened)) is { } possible)
            {
                Tell(Law.Refused, facts[0].GetType().Name, null, facts[0].OpenedAt, () => $"The facts are refused, though they can turn out to be possible, as in {string.Join(", ", possible.Values)}.");
            }

            return true;
        }

        ILookup<About, Saying> said = sayings.ToLookup(saying => saying.About);
        ILookup<About, Saying>[] completed = [.. completions.Select(completion => completion.Sayings.ToLookup(saying => saying.About))];
        About[] abouts = [.. said.Select(group => group.Key).Concat(completed.SelectMany(lookup => lookup.Select(group => group.Key))).Distinct().Where(about => settings.Wants(about.Standard)).Order()];
        foreach (About about in abouts)
        {
            Spoke[about] = said[about].Any(saying => saying.Ruling.IsUnknown);
            new RulingCheck(domain, completer, completions, areAll, about, [.. said[about]], [.. completed.Select(lookup => (IReadOnlyList<Saying>)[.. lookup[about]])], Tell).Run();
        }

        if (abouts.Length > 0)
        {
            new HindsightCheck(ruler, domain, settings, facts, sayings, random, Tell).Run();
            new NextChangeCheck(ruler, domain, settings, facts, sayings, random, Tell).Run();
            new RequestCheck(ruler, domain, settings, facts, sayings, completions, areAll, completer.Until, random, Tell).Run();
        }

        Residue.UnionWith(
            from completion in completions
            from saying in completion.Sayings
            where settings.Wants(saying.About.Standard)
            from input in saying.Inputs
            select (saying.About.Standard, input));
        Completions = completer.Tried;
        return true;
    }

    private void Tell(Law law, string standard, FactKey? subject, Instant asOf, Func<string> story)
    {
        if (settings.Wants(standard) && told.Add((law, standard, subject)))
        {
            breaches.Add(new Breach(law, standard, subject, facts, asOf, story()));
        }
    }
}

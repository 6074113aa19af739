using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>The next change is the first instant at which what is said differs (S17).</summary>
internal sealed class NextChangeCheck(IRuler ruler, FactDomain domain, LawSettings settings, IReadOnlyList<IFact> facts, IReadOnlyList<Saying> sayings, Random random, Tell tell)
{
    private const int MostInstants = 8;

    // Beyond it the window of what recurs is too near its end to tell.
    private static readonly Instant Latest = CaseGenerator.Origin + Duration.FromDays(150);

    public void Run()
    {
        Instant[] cuts = [.. Marks.Of(sayings).Distinct().Order()];
        Instant[] instants = [.. Marks.WithTicks(Marks.Of(domain, facts).Concat(cuts)).Where(at => at < Latest)];
        random.Shuffle(instants);
        PolicyCase @case = Facts.Case(facts);
        foreach (Instant at in instants.Take(MostInstants))
        {
            HashSet<string> now = At(at);
            Instant? change = cuts.Where(cut => cut > at).Select(cut => (Instant?)cut).FirstOrDefault(cut => !At(cut!.Value).SetEquals(now));
            NextChange told = ruler.Next(@case, at);
            bool right = told.Kind switch
            {
                NextChangeKind.At => told.Instant == change,
                NextChangeKind.Never => change is null,
                _ => change is null || change >= told.LookedUntil,
            };
            if (!right)
            {
                HashSet<string> later = At(told.Instant ?? change ?? at);
                later.SymmetricExceptWith(now);
                string standard = sayings.Select(saying => saying.About.Standard).FirstOrDefault(standard => settings.Wants(standard) && later.Any(said => said.StartsWith(standard, StringComparison.Ordinal))) ?? facts[0].GetType().Name;
                tell(Law.NextChange, standard, null, at, () => $"It says the next change is {told}; what is said changes {(change is { } first ? $"at {first}" : "never")}.");
            }
        }
    }

    private HashSet<string> At(Instant at) =>
        [.. sayings.Where(saying => saying.Holds(at)).Select(saying => $"{saying.About} {saying.Ruling} {string.Join(", ", saying.Inputs)} {saying.Other}")];
}

using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>What is said at an instant is said without what is later (S1).</summary>
internal sealed class HindsightCheck(IRuler ruler, FactDomain domain, LawSettings settings, IReadOnlyList<IFact> facts, IReadOnlyList<Saying> sayings, Random random, Tell tell)
{
    private const int MostInstants = 16;

    public void Run()
    {
        Instant[] instants = [.. Marks.WithTicks(Marks.Of(domain, facts).Concat(Marks.Of(sayings)))];
        random.Shuffle(instants);
        foreach (Instant at in instants.Take(MostInstants))
        {
            IReadOnlyList<IFact> past = Past.At(domain, at, facts, settings.Ranges);
            if (past.Count > 0 && ruler.SayOrNull(past) is not { })
            {
                tell(Law.Refused, facts[0].GetType().Name, null, at, () => $"Without what is later than {at} it is refused.");
                continue;
            }

            HashSet<(About, Ruling)> now = At(at, sayings), then = past.Count == 0 ? [] : At(at, ruler.SayOrNull(past)!);
            foreach (IGrouping<About, (About About, Ruling)> differing in now.Concat(then).Where(ruling => now.Contains(ruling) != then.Contains(ruling)).GroupBy(ruling => ruling.Item1))
            {
                About about = differing.Key;
                tell(Law.Hindsight, about.Standard, about.Subject, at, () => $"It says {Text(now, about)}; without what is later it says {Text(then, about)}.");
            }
        }
    }

    private static HashSet<(About, Ruling)> At(Instant at, IReadOnlyList<Saying> sayings) => [.. sayings.Where(saying => saying.Holds(at)).Select(saying => (saying.About, saying.Ruling))];

    private static string Text(HashSet<(About About, Ruling Ruling)> said, About about) =>
        said.Where(saying => saying.About == about).Select(saying => saying.Ruling.ToString()).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } rulings ? string.Join(" and ", rulings) : "nothing";
}

using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Compares the answer to a request with those of the completions (S15, S26).</summary>
internal sealed class RequestCheck(
    IRuler ruler,
    FactDomain domain,
    LawSettings settings,
    IReadOnlyList<IFact> facts,
    IReadOnlyList<Saying> sayings,
    IReadOnlyList<Completion> completions,
    bool areAll,
    Instant until,
    Random random,
    Tell tell)
{
    private const int MostInstants = 6, MostCompletions = 60;

    /// <summary>Looks only at cases whose root something forbids or permits, as they are or completed.</summary>
    public void Run()
    {
        FactKey root = FactKey.Of(facts[0]);
        if (!sayings.Concat(completions.SelectMany(completion => completion.Sayings)).Any(saying => saying.About.Subject == root && saying.Ruling.Kind is FindingKind.Prohibition or FindingKind.Permission))
        {
            return;
        }

        Completion[] some = [.. completions];
        random.Shuffle(some);
        some = some[..Math.Min(some.Length, MostCompletions)];
        Instant[] instants = [.. Marks.WithTicks(Marks.Of(domain, facts).Concat(Marks.Of(sayings)))];
        random.Shuffle(instants);
        PolicyCase @case = Facts.Case(facts);
        foreach (Instant at in instants.Take(MostInstants).Append(facts[0].OpenedAt))
        {
            Compare(at, ruler.Ask(@case, at), [.. some.Select(completion => ruler.Ask(Facts.Case(completion.Facts), at))], areAll && at < until && some.Length == completions.Count);
        }
    }

    private void Compare(Instant at, Answer answer, Answer[] answers, bool areCertain)
    {
        string standard = answer.By.Concat(answers.SelectMany(other => other.By)).FirstOrDefault(settings.Wants) ?? facts[0].GetType().Name;
        Answer[] known = [.. answers.Where(other => !other.IsUnknown)];
        if (!answer.IsUnknown && known.Where(other => !Agrees(answer, other)).Select(other => (Answer?)other).FirstOrDefault() is { } counter)
        {
            tell(Law.UnsoundRequest, standard, FactKey.Of(facts[0]), at, () => $"It says {answer}; a completion says {counter}.");
        }

        if (areCertain && known.Length == answers.Length && known.All(other => other.Outcome == known[0].Outcome && other.Until == known[0].Until)
            && (answer.Outcome != known[0].Outcome || answer.Until != known[0].Until) && (answer.IsUnknown || Agrees(answer, known[0])))
        {
            tell(Law.OverCautiousRequest, standard, FactKey.Of(facts[0]), at, () => $"It says {answer}; every completion says {known[0]}.");
        }
    }

    /// <summary>
    /// Whether a definite answer stands beside that of a completion. What is refused now is refused in every completion; when it ends may be later than in one
    /// of them, since it ends where nothing is in doubt any more.
    /// </summary>
    private static bool Agrees(Answer answer, Answer completed) => answer.Outcome switch
    {
        RequestOutcome.Denied => completed.Refuses,
        RequestOutcome.Deferred => completed.Outcome == RequestOutcome.Deferred && completed.Until <= answer.Until,
        _ => completed.Outcome == answer.Outcome,
    };
}

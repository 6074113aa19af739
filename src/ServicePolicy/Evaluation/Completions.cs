using System.Runtime.InteropServices;
using NodaTime;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>
/// What a clause says of a subject whatever the unknown turns out to be (S26): its rules are run on the facts with each value that the unknown may have, and what
/// they always say is said.
/// </summary>
/// <remarks>
/// Only inputs that the rules read are completed, told by their text. An event known to a range is cut at every instant that matters, each piece being a range in
/// which the rules say the same; so no instant between is missed. Where there are too many completions some inputs stay unknown, which is sound, not exact.
/// </remarks>
internal static class Completions
{
    /// <summary>How many completions are tried at most.</summary>
    private const int Most = 600;

    /// <summary>So few are all tried: of two inputs that are unknown neither may make a difference by itself.</summary>
    private const int FewEnough = 100;

    /// <summary>How many facts an event is cut at the instants of; of more only those that have unknowns.</summary>
    private const int Few = 8;

    /// <summary>How many facts are looked at in all of them at most, so that large cases are not run again and again.</summary>
    private const int MostFacts = 6_000;

    /// <summary>The cells of one standard and subject, as all completions have them; <paramref name="said"/> where there is nothing to complete.</summary>
    public static List<Cell> Rule(CaseEvaluation evaluation, short standard, int subject, List<Cell> said, ref FindingSink to)
    {
        CompiledRule[] rules = [.. evaluation.RulesOf(standard).Where(rule => rule.Rule.First == evaluation.Fact(subject).GetType())];
        UnknownInputs unknown = new();
        foreach (CompiledRule rule in rules)
        {
            rule.AddUnknowns(subject, evaluation, unknown);
        }

        int most = Math.Min(Most, MostFacts / Math.Max(unknown.Looked.Count, 1));
        List<Dimension> dimensions = most < 2 ? [] : Dimensions(unknown, subject, said, evaluation);
        if (dimensions.Count == 0)
        {
            return said;
        }

        TraceRecorder? trace = evaluation.Trace;
        evaluation.Trace = null;
        evaluation.IsCompleting = true;
        Clause clause = new(evaluation, subject, rules, []);
        try
        {
            foreach (int position in dimensions.Select(dimension => dimension.Position).Distinct())
            {
                clause.Copies[position] = FactInputs.Copy(evaluation.Fact(position));
                evaluation.Stand(position, clause.Copies[position]);
            }

            List<Dimension> mattering = Mattering(dimensions, most, clause, ref to);
            HashSet<(int Position, FactInput Input)> idle = [.. dimensions.Except(mattering).Select(dimension => (dimension.Position, dimension.Input))];
            dimensions = Chosen(mattering, most);
            if (dimensions.Count == 0)
            {
                return said;
            }

            CompletionSet completions = new(dimensions, unknown.Found, idle);
            Run(completions, dimensions, clause, ref to);
            return completions.IsEmpty ? said : completions.Agree(evaluation);
        }
        finally
        {
            foreach (int position in clause.Copies.Keys)
            {
                evaluation.Stand(position, null);
            }

            evaluation.IsCompleting = false;
            evaluation.Trace = trace;
        }
    }

    private static void Run(CompletionSet completions, List<Dimension> dimensions, Clause clause, ref FindingSink to)
    {
        for (int index = 0; index < completions.Count; index++)
        {
            clause.Evaluation.Cancellation.ThrowIfCancellationRequested();
            int rest = index;
            foreach (Dimension dimension in dimensions)
            {
                dimension.Input.Set(clause.Copies[dimension.Position], dimension.Values[rest % dimension.Values.Count]);
                rest /= dimension.Values.Count;
            }

            if (IsPossible(clause.Copies.Values) && Said(clause, ref to) is { } said)
            {
                completions.Add(index, Parts.Unite(said, clause.Evaluation), clause.Evaluation);
            }
        }
    }

    /// <summary>The inputs of which a value alone changes what is said; all of them where they are few enough, or have so many values that they cannot be tried.</summary>
    private static List<Dimension> Mattering(List<Dimension> all, int most, Clause clause, ref FindingSink to)
    {
        if (Product(all) <= FewEnough || all.Sum(dimension => dimension.Values.Count) > most)
        {
            return all;
        }

        List<Cell>? said = Said(clause, ref to);
        List<Dimension> mattering = [];
        foreach (Dimension dimension in all)
        {
            if (Matters(dimension, said, clause, ref to))
            {
                mattering.Add(dimension);
            }
        }

        return mattering;
    }

    private static long Product(List<Dimension> all) => all.Aggregate(1L, (product, dimension) => Math.Min(product * dimension.Values.Count, int.MaxValue));

    /// <summary>As many of the inputs as can be completed together.</summary>
    private static List<Dimension> Chosen(List<Dimension> all, int most)
    {
        List<Dimension> chosen = [];
        int completions = 1;
        foreach (Dimension dimension in all)
        {
            if ((long)completions * dimension.Values.Count <= most)
            {
                completions *= dimension.Values.Count;
                chosen.Add(dimension);
            }
        }

        return chosen;
    }

    private static bool Matters(Dimension dimension, List<Cell>? said, Clause clause, ref FindingSink to)
    {
        IFact copy = clause.Copies[dimension.Position];
        object? unknown = dimension.Input.Read(copy);
        bool matters = false;
        foreach (object value in dimension.Values)
        {
            dimension.Input.Set(copy, value);
            if (IsPossible([copy]) && (Said(clause, ref to) is not { } now || said is null || !CompletionSet.Same(now, said, clause.Evaluation)))
            {
                matters = true;
                break;
            }
        }

        dimension.Input.Set(copy, unknown);
        return matters;
    }

    private static bool IsPossible(IEnumerable<IFact> facts)
    {
        FactProblems problems = default;
        foreach (IFact fact in facts)
        {
            fact.Check(ref problems);
        }

        return !problems.Any;
    }

    /// <summary>What the rules say of the facts as they stand now; null where that cannot be.</summary>
    private static List<Cell>? Said(Clause clause, ref FindingSink to)
    {
        CaseEvaluation evaluation = clause.Evaluation;
        int before = to.Count;
        FactProblems problems = evaluation.Problems;
        evaluation.Problems = default;
        foreach (CompiledRule rule in clause.Rules)
        {
            rule.Run(evaluation.Fact(clause.Subject), clause.Subject, ref to);
        }

        List<Cell> said = [.. to.Cells[before..]];
        to.Truncate(before);
        bool possible = !evaluation.Problems.Any;
        evaluation.Problems = problems;
        return possible ? said : null;
    }

    private static List<Dimension> Dimensions(UnknownInputs unknown, int subject, List<Cell> said, CaseEvaluation evaluation)
    {
        List<Dimension> dimensions = [];
        Instant[]? cuts = null;
        foreach ((int position, FactInput input) in InOrder(unknown, subject, evaluation))
        {
            IReadOnlyList<object> values = input.IsReference ? References(position, input, unknown, evaluation) : input.Values;
            if (input.IsEvent)
            {
                cuts ??= Cuts(unknown, said, evaluation);
                values = Cut((Occurrence)input.Read(evaluation.Fact(position))!, cuts);
            }

            if (values.Count > 1)
            {
                dimensions.Add(new Dimension(position, input, values));
            }
        }

        return dimensions;
    }

    /// <summary>What a reference may be to: nothing, something that no other fact refers to, or what another refers to, or may, by the property of the same name.</summary>
    private static object[] References(int position, FactInput input, UnknownInputs unknown, CaseEvaluation evaluation)
    {
        Reference[] others =
        [
            .. from other in unknown.Looked
               where other != position
               let fact = evaluation.Fact(other)
               let own = FactInputs.Of(fact).Find(input.Name)
               where own is { IsReference: true }
               select (Reference)own.Read(fact)!,
        ];
        return others.Length == 0 ? input.Values : [.. input.Values, Reference.To($"?{position}"), .. others.Where(other => other.Value is not null).Distinct().Cast<object>()];
    }

    /// <summary>Of which inputs are completed first: those with few values, and the earlier (S1); whatever the order in which facts are given.</summary>
    private static IEnumerable<(int Position, FactInput Input)> InOrder(UnknownInputs unknown, int subject, CaseEvaluation evaluation) => unknown.Found
        .OrderBy(found => found.Input.IsEvent)
        .ThenBy(found => found.Position != subject)
        .ThenBy(found => evaluation.Fact(found.Position).OpenedAt)
        .ThenBy(found => evaluation.Fact(found.Position).GetType().Name, StringComparer.Ordinal)
        .ThenBy(found => evaluation.Fact(found.Position).Id, StringComparer.Ordinal);

    /// <summary>The instants that matter: the bounds of what was said, and the instants of the facts that are looked at.</summary>
    private static Instant[] Cuts(UnknownInputs unknown, List<Cell> said, CaseEvaluation evaluation)
    {
        SortedSet<Instant> cuts = [];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(said))
        {
            cuts.Add(cell.Start);
            cuts.Add(cell.End);
            if ((cell.Parts & CellParts.Due) != 0)
            {
                cuts.Add(cell.Due);
            }
        }

        foreach (int position in unknown.Looked.Count <= Few ? unknown.Looked : unknown.Found.Select(found => found.Position).Distinct())
        {
            cuts.UnionWith(FactInputs.Of(evaluation.Fact(position)).InstantsOf(evaluation.Fact(position)));
        }

        // Where what was said has no end is no instant at which anything changes.
        cuts.Remove(Instant.MinValue);
        cuts.Remove(Instant.MaxValue);
        return [.. cuts];
    }

    /// <summary>An event as the ranges, each before, at or after every instant that matters, and not at all where that may be.</summary>
    private static List<object> Cut(Occurrence @event, Instant[] cuts)
    {
        List<object> ranges = [];
        Instant from = @event.From;
        foreach (Instant edge in cuts.SelectMany(cut => new[] { cut, cut.Next() }).Distinct().Order())
        {
            if (edge > from && edge <= @event.To)
            {
                ranges.Add(Occurrence.Range(from, edge.Previous(), perhaps: false));
                from = edge;
            }
        }

        ranges.Add(Occurrence.Range(from, @event.To, perhaps: false));
        if (@event.MayBeAbsent)
        {
            ranges.Add(Occurrence.NotHappened);
        }

        return ranges;
    }

    /// <summary>The rules of a clause about a subject, with a copy of each fact of which inputs are set.</summary>
    private sealed record Clause(CaseEvaluation Evaluation, int Subject, CompiledRule[] Rules, Dictionary<int, IFact> Copies);
}

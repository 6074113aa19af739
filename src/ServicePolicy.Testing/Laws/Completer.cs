using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Completes what is unknown of a case.</summary>
internal sealed class Completer
{
    private const int MostInstants = 48;
    private static readonly Duration Aside = Duration.FromDays(1);

    /// <summary>So long that what grows with years has grown.</summary>
    private static readonly Duration LongAgo = Duration.FromDays(100 * 365);
    private readonly IRuler ruler;
    private readonly FactDomain domain;
    private readonly IReadOnlyList<IFact> facts;
    private readonly Random random;

    public Completer(IRuler ruler, FactDomain domain, IReadOnlyList<IFact> facts, Random random)
    {
        (this.ruler, this.domain, this.facts, this.random) = (ruler, domain, facts, random);
        Unknowns = Unknown.Of(domain, facts);
    }

    public IReadOnlyList<Unknown> Unknowns { get; }

    /// <summary>Until when all that matters was tried of events whose range is open: any of them may be later.</summary>
    public Instant Until { get; private set; } = Instant.MaxValue;

    /// <summary>How many completions were tried, the impossible ones not counted.</summary>
    public int Tried { get; private set; }

    /// <summary>
    /// Completions in which each unknown takes every value that matters: all together where they are few enough, else some at random, and each unknown by
    /// itself through all of its values.
    /// </summary>
    /// <param name="sayings">What is said of the case as it is.</param>
    /// <param name="most">How many are enough.</param>
    /// <param name="areAll">Whether they are all.</param>
    public List<Completion> Complete(IReadOnlyList<Saying> sayings, int most, out bool areAll)
    {
        List<Instant> instants = Instants(sayings);
        object[][] values = Values(instants);
        Until = Unknowns.Any(unknown => unknown is { Value: Occurrence { Latest: null } } or { Value: null }) ? instants.Max() : Until;
        areAll = instants.Count <= MostInstants;
        if (values.Any(some => some.Length == 0))
        {
            return [];
        }

        if (values.Aggregate(1L, (product, some) => Math.Min(product * some.Length, int.MaxValue)) <= most)
        {
            return [.. Product(values)];
        }

        areAll = false;
        List<Completion> completions = [];
        for (int tries = 0; tries < most; tries++)
        {
            object?[] some = Some(values);
            if (tries % 10 > 0)
            {
                Try(completions, some);
                continue;
            }

            // One unknown through all of its values, the others as they are.
            int one = tries / 10 % values.Length;
            foreach (object value in values[one])
            {
                tries++;
                Try(completions, [.. some.Select((old, number) => number == one ? value : old)]);
            }
        }

        return completions;
    }

    /// <summary>Completions in which events fall at some instants only: all together, or as many as are enough.</summary>
    public IEnumerable<Completion> Around(IEnumerable<Instant> instants, int most)
    {
        object[][] values = Values([.. Marks.WithTicks(instants.Concat(Marks.Of(domain, facts)))]);
        if (values.Any(some => some.Length == 0))
        {
            return [];
        }

        return values.Aggregate(1L, (product, some) => Math.Min(product * some.Length, int.MaxValue)) <= most
            ? Product(values)
            : Enumerable.Range(0, most).Select(_ => Completed(Some(values))).OfType<Completion>();
    }

    /// <summary>The completion with one value exchanged.</summary>
    public IEnumerable<Completion> Vary(Completion completion, int unknown, IEnumerable<Instant> instants) =>
        Values([.. Marks.WithTicks(instants.Concat(Marks.Of(domain, facts)))])[unknown]
            .Select(value => Completed([.. completion.Values.Select((old, number) => number == unknown ? value : old)])).OfType<Completion>();

    /// <summary>Instants of the case, of what is said of it, and of what is said of completions found so far.</summary>
    private List<Instant> Instants(IReadOnlyList<Saying> sayings)
    {
        HashSet<Instant> marks = [.. Marks.Of(domain, facts), .. Marks.Of(sayings)];
        if (Unknowns.Any(unknown => unknown.Slot.IsEvent || unknown.Slot.Type == typeof(Duration)))
        {
            for (int round = 0; round < 2; round++)
            {
                object[][] values = Values([.. Marks.WithTicks(marks)]);
                for (int tries = 0; tries < 12 && values.All(some => some.Length > 0); tries++)
                {
                    marks.UnionWith(Completed(Some(values)) is { } completion ? Marks.Of(completion.Sayings).Where(_ => random.Next(3) == 0 || marks.Count < 12) : []);
                }
            }
        }

        HashSet<Instant> all = [.. Marks.WithTicks(Marks.Of(domain, facts).Concat(Marks.Of(sayings)))];
        Instant[] more = [.. Marks.WithTicks(marks).Except(all)];
        random.Shuffle(more);
        all.UnionWith(more.Take(Math.Max(MostInstants + 1 - all.Count, 12)));
        return [.. all.Order()];
    }

    /// <summary>The values of each unknown that can be, the others staying unknown; for events also long before and after.</summary>
    private object[][] Values(IReadOnlyList<Instant> instants) =>
    [
        .. Unknowns.Select(unknown => unknown.Values(facts, [.. instants, instants.Min() - LongAgo, instants.Min() - Aside, instants.Max() + Aside]).Where(value => FactShape.IsPossible(unknown.Slot.With(facts[unknown.Fact], value))).ToArray()),
    ];

    private object?[] Some(object[][] values) => [.. values.Select(some => some[random.Next(some.Length)])];

    private void Try(List<Completion> completions, object?[] values)
    {
        if (Completed(values) is { } completion)
        {
            completions.Add(completion);
        }
    }

    private IEnumerable<Completion> Product(object[][] values)
    {
        int[] at = new int[values.Length];
        for (bool more = true; more;)
        {
            if (Completed([.. at.Select((index, number) => values[number][index])]) is { } completion)
            {
                yield return completion;
            }

            int digit = 0;
            while (digit < at.Length && ++at[digit] == values[digit].Length)
            {
                at[digit++] = 0;
            }

            more = digit < at.Length;
        }
    }

    private Completion? Completed(object?[] values)
    {
        IFact[] completed = [.. facts];
        for (int i = 0; i < values.Length; i++)
        {
            completed[Unknowns[i].Fact] = Unknowns[i].Slot.With(completed[Unknowns[i].Fact], values[i]);
        }

        if (ruler.SayOrNull(completed) is not { } sayings)
        {
            return null;
        }

        Tried++;
        return new Completion(values, completed, sayings);
    }
}

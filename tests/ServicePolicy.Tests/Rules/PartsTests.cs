using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>S29: of the parts of a clause the worst stands, of equal ones that which is due first, of those that which was said first.</summary>
public sealed class PartsTests
{
    private static readonly (FindingKind Kind, FindingState State)[] FromLightest =
    [
        (FindingKind.Obligation, FindingState.Met),
        (FindingKind.Obligation, FindingState.Pending),
        (FindingKind.Obligation, FindingState.AtRisk),
        (FindingKind.Obligation, FindingState.Breached),
        (FindingKind.Violation, FindingState.None),
    ];

    [Fact]
    public void Unite_ManyParts_HasTheDecidingOneAtEachInstant()
    {
        int united = 0, cut = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            List<Cell> said = Said(new Random(seed));
            Cell?[] expected = [.. Enumerable.Range(0, 12).Select(at => Deciding(said, At(at)))];

            if (Parts.Unite(said, null!) is { } all && !ReferenceEquals(all, said))
            {
                united++;
                AssertHolds(expected, all, seed);
            }

            Cell[] cells = [.. said];
            if (Parts.TryCut(cells, [(1, 2)]))
            {
                cut++;
                AssertHolds(expected, cells, seed);
            }
            else
            {
                Assert.Equal(said, cells);
            }
        }

        Assert.True(united > 10_000 && cut > 500, $"{united} united and {cut} cut are too few to tell.");
    }

    /// <summary>
    /// S26, S29: with parts in doubt, each of which says one of several things, that is stated which is the worst whatever they say; else that it cannot be told, which of it
    /// may be, and for want of those inputs on which it depends. A doubt about a request stands beside it, unless it is refused for sure.
    /// </summary>
    [Fact]
    public void Unite_PartsInDoubt_SaysWhatTheySayWhateverTheUnknownIs()
    {
        int definite = 0, untold = 0;
        for (int seed = 0; seed < 20_000; seed++)
        {
            CaseEvaluation evaluation = new(Example.Complaint, PlanSettings.Default);
            List<Cell> said = Doubtful(new Random(seed), evaluation);
            List<Cell> united = Parts.Unite(said, evaluation);
            if (ReferenceEquals(united, said))
            {
                continue;
            }

            for (int at = 0; at < 12; at++)
            {
                Cell[] holding = [.. said.Where(cell => cell.Holds(At(at)))], actual = [.. united.Where(cell => cell.Holds(At(at)) && Parts.IsRuling(cell))];
                (Possible worst, Possible others, string inputs) = Whatever(holding, evaluation);

                Cell[] told = [.. actual.Where(cell => cell.Kind != FindingKind.Indeterminate)], doubts = [.. actual.Where(cell => cell.Kind == FindingKind.Indeterminate)];
                Assert.True(
                    worst.IsOne() && worst != Possible.Nothing ? told.Length == 1 && PossibleExtensions.Of(told[0]) == worst : told.Length == 0,
                    $"seed {seed}: at {at} it is {worst}, and {told.Length} are told.");
                Possible may = !worst.IsOne() ? worst | others : others == Possible.None ? Possible.None : others | Possible.Nothing;
                Assert.True(
                    may == Possible.None ? doubts.Length == 0 : doubts.Length == 1 && (Possible)doubts[0].Other == may && evaluation.Inputs(doubts[0].Detail)!.ToString() == inputs,
                    $"seed {seed}: at {at} it may be {may} for want of {inputs}.");
                definite += told.Length;
                untold += doubts.Length;
            }
        }

        Assert.True(definite > 10_000 && untold > 10_000, $"{definite} told and {untold} untold are too few to tell.");
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    public void TryCut_OtherClauseOrSubject_LeavesAllAsItWas(short standard, int subject)
    {
        Cell[] cells = [Cell(0, 0, 9), Cell(1, 3, 9)];
        (cells[1].Standard, cells[1].Subject) = (standard, subject);

        Assert.False(Parts.TryCut(cells, [(1, 2)]));
        Assert.Equal(At(9), cells[0].End);
    }

    private static List<Cell> Said(Random random)
    {
        List<Cell> said = [];
        int count = random.Next(1, 5), start = 0;
        for (int i = 0; i < count; i++)
        {
            start = random.Next(3) == 0 ? random.Next(9) : Math.Min(start + random.Next(4), 9);
            Cell cell = Cell(random.Next(FromLightest.Length), start, random.Next(2) == 0 ? 11 : random.Next(start + 1, 12));
            if (random.Next(2) == 0)
            {
                cell.Parts = CellParts.Due;
                cell.Due = At(random.Next(4));
            }

            said.Add(cell);
        }

        return said;
    }

    private static List<Cell> Doubtful(Random random, CaseEvaluation evaluation)
    {
        List<Cell> said = Said(random);
        for (int i = 0; i < said.Count; i++)
        {
            Cell cell = said[i];
            if (random.Next(3) > 0)
            {
                Possible ruling = (Possible)random.Next(1, 64);
                cell.Set(FindingKind.Indeterminate, FindingState.None);
                cell.Parts = CellParts.None;
                cell.Other = (short)(ruling.IsOne() || random.Next(4) == 0 ? ruling | Possible.Prohibition | Possible.Nothing : ruling);
                cell.Detail = evaluation.Detail(InputSet.Of($"Input{i}"));
            }
            else if (random.Next(6) == 0)
            {
                (cell.Start, cell.End, cell.Parts) = (At(0), At(12), CellParts.None);
                cell.Set(FindingKind.Prohibition, FindingState.None);
            }

            said[i] = cell;
        }

        return said;
    }

    /// <summary>The worst that is said whatever each part in doubt says; what may be said besides; and the inputs on which it depends.</summary>
    private static (Possible Worst, Possible Others, string Inputs) Whatever(Cell[] holding, CaseEvaluation evaluation)
    {
        Cell[] doubts = [.. holding.Where(cell => cell.Kind == FindingKind.Indeterminate)];
        Possible known = holding.Where(cell => cell.Kind is FindingKind.Obligation or FindingKind.Violation).Select(cell => PossibleExtensions.Of(cell)).Append(Possible.Nothing).Max();
        Possible others = doubts.Aggregate(Possible.None, (all, cell) => all | ((Possible)cell.Other & Possible.Others));
        others = holding.Any(cell => cell.Kind == FindingKind.Prohibition) ? others & ~Possible.Prohibition : others;
        List<Possible[]> readings = [[]];
        foreach (Cell doubt in doubts)
        {
            readings = [.. from reading in readings from says in Enumerable.Range(0, 6).Select(bit => (Possible)(1 << bit)) where ((Possible)doubt.Other & says) != 0 select (Possible[])[.. reading, says]];
        }

        Possible Of(Possible[] reading) => reading.Append(known).Max();
        IEnumerable<Cell> mattering = doubts.Where((doubt, i) => ((Possible)doubt.Other & Possible.Others) != 0
            || readings.GroupBy(reading => string.Join(',', reading.Where((_, other) => other != i))).Any(alike => alike.Select(Of).Distinct().Count() > 1));
        string[] inputs = [.. mattering.SelectMany(cell => evaluation.Inputs(cell.Detail)!.Names).Distinct().Order(StringComparer.Ordinal)];
        return (readings.Aggregate(Possible.None, (all, reading) => all | Of(reading)), others, string.Join(", ", inputs));
    }

    private static Cell Cell(int weight, int start, int end)
    {
        Cell cell = new() { Start = At(start), End = At(end), Standard = 1, Subject = 2 };
        cell.Set(FromLightest[weight].Kind, FromLightest[weight].State);
        return cell;
    }

    private static Cell? Deciding(List<Cell> said, Instant at) => said
        .Where(cell => cell.Holds(at))
        .OrderByDescending(cell => Array.IndexOf(FromLightest, (cell.Kind, cell.State)))
        .ThenBy(cell => cell.Parts == CellParts.Due ? cell.Due : Instant.MaxValue)
        .Select(cell => (Cell?)cell)
        .FirstOrDefault();

    private static void AssertHolds(Cell?[] expected, IEnumerable<Cell> actual, int seed)
    {
        for (int at = 0; at < expected.Length; at++)
        {
            Cell[] holding = [.. actual.Where(cell => cell.Holds(At(at)))];
            Assert.True(
                holding.Length == (expected[at] is null ? 0 : 1) && holding.All(cell => cell.Kind == expected[at]!.Value.Kind && cell.State == expected[at]!.Value.State && new CellMargin(cell).IsAs(new CellMargin(expected[at]!.Value))),
                $"seed {seed}: at {at} there are {holding.Length}.");
        }
    }

    private static Instant At(int number) => Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromHours(number);
}

using NodaTime;
using ServicePolicy.Evaluation;
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

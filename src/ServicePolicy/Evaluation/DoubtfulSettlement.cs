using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>A settlement of which some claims, or some returns of payments, are in doubt: what stands with and without them is said (S26).</summary>
/// <remarks>
/// The more is claimed and the less is paid the more is owed, so that what is so with none and with all of what is in doubt is so between them. An input is named
/// for a clause where what it says differs with and without that one claim.
/// </remarks>
/// <param name="claims">The claims that are sure.</param>
/// <param name="doubtful">What may be claims.</param>
/// <param name="payments">What was paid, in each way in which it may have been returned.</param>
/// <param name="excess">A cell of the standard and subject of what is paid beyond what is owed.</param>
/// <param name="evaluation">The evaluation.</param>
internal sealed class DoubtfulSettlement(List<Cell> claims, List<Cell> doubtful, List<List<(Instant At, decimal Amount)>> payments, Cell excess, CaseEvaluation evaluation)
{
    /// <summary>With more claims in doubt than these, the inputs of all are named.</summary>
    private const int Most = 24;

    private const int None = 0;

    private readonly List<List<Cell>> ways = [];
    private readonly Dictionary<(int Paid, int Claimed), int> numbers = [];

    private bool IsEachTried => doubtful.Count <= Most;

    /// <summary>A bit for each of the claims in doubt, or, where they are many, any bit that is asked for.</summary>
    private int All => IsEachTried ? (1 << doubtful.Count) - 1 : -1;

    /// <summary>The entitlements that the claims and payments come to, for certain or not, and what was paid beyond them.</summary>
    public List<Cell> Settle()
    {
        for (int paid = 0; paid < payments.Count; paid++)
        {
            Try(paid, None);
            Try(paid, All);
            for (int claim = 0; IsEachTried && claim < doubtful.Count; claim++)
            {
                Try(paid, Only(claim));
                Try(paid, Without(claim));
            }
        }

        List<Cell> agreed = [];
        foreach (short standard in ways.SelectMany(cells => cells).Select(cell => cell.Standard).Distinct().Order())
        {
            agreed.AddRange(Agreement.Of([.. ways.Select(cells => cells.FindAll(cell => cell.Standard == standard))], evaluation, Differing, []));
        }

        return agreed;
    }

    private static int Only(int claim) => 1 << claim;

    private int Without(int claim) => All & ~Only(claim);

    /// <summary>Settles with those of the claims in doubt of which the bit is set, once.</summary>
    private void Try(int paid, int claimed)
    {
        if (numbers.TryAdd((paid, claimed), ways.Count))
        {
            ways.Add(Settlement.Of([.. claims, .. doubtful.Where((_, claim) => (claimed & Only(claim)) != 0).Select(AsClaim)], payments[paid], excess));
        }
    }

    private IEnumerable<string> Differing(Instant at, Saying[] says, Func<Saying, Saying, bool> same)
    {
        IEnumerable<string> claimed = Enumerable.Range(0, doubtful.Count)
            .Where(claim => IsEachTried ? Matters(claim, says, same) : doubtful[claim].Holds(at))
            .SelectMany(claim => evaluation.Inputs(doubtful[claim].Detail)!.Names);
        bool returned = payments.Count > 1 && numbers.Keys.Any(way => !same(says[numbers[(0, way.Claimed)]], says[numbers[way]]));
        return claimed.Concat(returned ? ["Returned"] : []).Distinct();
    }

    private bool Matters(int claim, Saying[] says, Func<Saying, Saying, bool> same) => Enumerable.Range(0, payments.Count).Any(paid =>
        !same(says[numbers[(paid, None)]], says[numbers[(paid, Only(claim))]]) || !same(says[numbers[(paid, Without(claim))]], says[numbers[(paid, All)]]));

    private static Cell AsClaim(Cell cell)
    {
        cell.Set(Kinds.Claim, FindingState.Owed);
        cell.Detail = 0;
        cell.Other = 0;
        return cell;
    }
}

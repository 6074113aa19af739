using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The arbitration of S13: of the claims on one charge the largest stands, ties by standard Id; the others are superseded; what is paid is taken off.</summary>
/// <remarks>About n log n for n claims and payments: claims are swept once, payments once over the claims that stand.</remarks>
internal sealed class Settlement(List<Cell> claims, List<(Instant At, decimal Amount)> payments, Cell excess)
{
    private readonly List<Cell> settled = [];

    /// <summary>The entitlements that the claims and payments come to, and what was paid beyond them.</summary>
    /// <param name="claims">The claims on a charge.</param>
    /// <param name="payments">What was paid on it and, as negative amounts, what was returned, in order of time.</param>
    /// <param name="excess">A cell of the standard and subject of what is paid beyond what is owed.</param>
    public static List<Cell> Of(List<Cell> claims, List<(Instant At, decimal Amount)> payments, Cell excess)
    {
        Settlement settlement = new(claims, payments, excess);
        settlement.Run();
        return settlement.settled;
    }

    /// <summary>What a claim comes to that is the only one on its charge, where nothing was paid: what <see cref="Of"/> would say of it.</summary>
    public static Cell OfSole(Cell claim)
    {
        claim.Set(FindingKind.Entitlement, claim.Amount > 0 ? FindingState.Owed : FindingState.Paid);
        return claim;
    }

    private void Run()
    {
        List<(Instant Start, Instant End, int Claim)> standing = Standing();
        foreach (Cell claim in claims)
        {
            Supersede(claim, standing);
        }

        // What stands nowhere is nothing owed: there every payment is too much.
        int paid = 0;
        decimal sum = 0, beyond = 0;
        foreach ((Instant start, Instant end, int claim) in standing)
        {
            Instant from = start;
            while (from < end)
            {
                decimal before = sum;
                while (paid < payments.Count && payments[paid].At <= from)
                {
                    sum += payments[paid++].Amount;
                }

                beyond = Beyond(beyond, sum - before, Math.Max(sum - Owed(claim), 0));
                Instant until = paid < payments.Count ? Instant.Min(end, payments[paid].At) : end;
                Stand(claim, sum, beyond, from, until);
                from = until;
            }
        }
    }

    /// <summary>What was paid beyond what was owed when it was paid: it stays when more comes to be owed, and ends with a return.</summary>
    private static decimal Beyond(decimal before, decimal paid, decimal now) =>
        paid > 0 ? before + Math.Min(paid, now)
        : paid < 0 ? Math.Min(before, now)
        : before;

    private decimal Owed(int claim) => claim < 0 ? 0 : claims[claim].Amount;

    /// <summary>Which claim stands when, without gaps from the beginning to the end of time; −1 where none does.</summary>
    private List<(Instant Start, Instant End, int Claim)> Standing()
    {
        int[] begins = Order(static claim => claim.Start), ends = Order(static claim => claim.End);
        SortedSet<int> open = new(Comparer<int>.Create(Compare));
        List<(Instant Start, Instant End, int Claim)> standing = [];
        Instant from = Instant.MinValue;
        for (int begin = 0, end = 0; from < Instant.MaxValue;)
        {
            for (; end < ends.Length && claims[ends[end]].End <= from; end++)
            {
                open.Remove(ends[end]);
            }

            for (; begin < begins.Length && claims[begins[begin]].Start <= from; begin++)
            {
                if (claims[begins[begin]].End > from)
                {
                    open.Add(begins[begin]);
                }
            }

            Instant until = Instant.Min(begin < begins.Length ? claims[begins[begin]].Start : Instant.MaxValue, end < ends.Length ? claims[ends[end]].End : Instant.MaxValue);
            int best = open.Count == 0 ? -1 : open.Min;
            if (standing.Count > 0 && standing[^1].Claim == best)
            {
                standing[^1] = standing[^1] with { End = until };
            }
            else
            {
                standing.Add((from, until, best));
            }

            from = until;
        }

        return standing;
    }

    private int[] Order(Func<Cell, Instant> by)
    {
        int[] order = new int[claims.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (left, right) => by(claims[left]).CompareTo(by(claims[right])));
        return order;
    }

    private int Compare(int left, int right)
    {
        int order = claims[right].Amount.CompareTo(claims[left].Amount);
        order = order != 0 ? order : claims[left].Standard.CompareTo(claims[right].Standard);
        return order != 0 ? order : left.CompareTo(right);
    }

    private void Supersede(in Cell claim, List<(Instant Start, Instant End, int Claim)> standing)
    {
        foreach ((Instant start, Instant end, int winner) in standing)
        {
            (Instant from, Instant until) = (Instant.Max(start, claim.Start), Instant.Min(end, claim.End));
            if (winner >= 0 && from < until && claims[winner].Standard != claim.Standard)
            {
                Cell cell = claim with { Start = from, End = until, Other = claims[winner].Standard };
                cell.Set(FindingKind.Entitlement, FindingState.Superseded);
                cell.Parts |= CellParts.Other;
                settled.Add(cell);
            }
        }
    }

    private void Stand(int claim, decimal sum, decimal beyond, Instant start, Instant end)
    {
        decimal owed = Owed(claim);
        if (claim >= 0)
        {
            Cell cell = claims[claim] with { Start = start, End = end };
            cell.Set(FindingKind.Entitlement, sum >= owed ? FindingState.Paid : FindingState.Owed);
            cell.Amount -= sum >= owed ? 0 : Math.Max(sum, 0);
            settled.Add(cell);
        }

        if (beyond > 0)
        {
            Cell cell = excess with { Start = start, End = end, Amount = beyond };
            cell.Set(FindingKind.Violation, FindingState.None);
            cell.Parts = CellParts.Amount;
            settled.Add(cell);
        }
    }
}

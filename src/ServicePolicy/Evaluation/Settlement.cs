using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>The arbitration of S13: of the claims on one charge the largest stands, ties by standard Id; the others are superseded.</summary>
internal static class Settlement
{
    /// <summary>Writes the entitlements that <paramref name="claims"/> and <paramref name="payments"/> on one charge come to.</summary>
    public static void Write(ReadOnlySpan<Cell> claims, List<(Instant At, decimal Amount)> payments, ref FindingSink to)
    {
        if (claims.Length == 1 && payments.Count == 0)
        {
            Cell only = claims[0];
            Settle(ref only, only, stands: true, paid: 0);
            to.Append(only);
            return;
        }

        List<Instant> edges = [];
        foreach (ref readonly Cell claim in claims)
        {
            edges.Add(claim.Start);
            edges.Add(claim.End);
            to.Enter(claim.Standard, 0, claim.Subject, keep: true, claiming: false);
            to.MarkRepeated(claim.Standard, claim.Subject);
        }

        foreach ((Instant at, _) in payments)
        {
            edges.Add(at);
        }

        edges.Sort();
        for (int i = 0; i + 1 < edges.Count; i++)
        {
            (Instant start, Instant end) = (edges[i], edges[i + 1]);
            int winner = start < end ? Winner(claims, start) : -1;
            if (winner < 0)
            {
                continue;
            }

            decimal paid = PaidBy(start, payments);
            for (int j = 0; j < claims.Length; j++)
            {
                if (claims[j].Holds(start) && (j == winner || claims[j].Standard != claims[winner].Standard))
                {
                    Cell cell = claims[j] with { Start = start, End = end };
                    Settle(ref cell, claims[winner], j == winner, paid);
                    to.Append(cell);
                }
            }
        }
    }

    private static void Settle(ref Cell cell, in Cell winner, bool stands, decimal paid)
    {
        if (!stands)
        {
            cell.Set(FindingKind.Entitlement, FindingState.Superseded);
            cell.Parts |= CellParts.Other;
            cell.Other = winner.Standard;
        }
        else if (paid >= cell.Amount)
        {
            cell.Set(FindingKind.Entitlement, FindingState.Paid);
        }
        else
        {
            cell.Set(FindingKind.Entitlement, FindingState.Owed);
            cell.Amount -= paid;
        }
    }

    private static decimal PaidBy(Instant at, List<(Instant At, decimal Amount)> payments)
    {
        decimal paid = 0;
        foreach ((Instant paidAt, decimal amount) in payments)
        {
            paid += paidAt <= at ? amount : 0;
        }

        return paid;
    }

    private static int Winner(ReadOnlySpan<Cell> claims, Instant at)
    {
        int winner = -1;
        for (int i = 0; i < claims.Length; i++)
        {
            if (claims[i].Holds(at) && (winner < 0
                || claims[i].Amount > claims[winner].Amount
                || (claims[i].Amount == claims[winner].Amount && claims[i].Standard < claims[winner].Standard)))
            {
                winner = i;
            }
        }

        return winner;
    }
}

using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The arbitration of S13: of the claims on one charge the largest stands, ties by standard Id; the others are superseded.</summary>
internal static class Settlement
{
    /// <summary>Writes the entitlements that <paramref name="claims"/> and <paramref name="payments"/> on one charge come to.</summary>
    public static void Write(ReadOnlySpan<Cell> claims, IReadOnlyList<(Instant At, decimal Amount)> payments, ref FindingWriter to)
    {
        if (claims.Length == 1 && payments.Count == 0)
        {
            Cell only = claims[0];
            Settle(ref only, only, stands: true, paid: 0);
            to.Append(only);
            return;
        }

        SortedSet<Instant> edges = [];
        foreach (ref readonly Cell claim in claims)
        {
            edges.Add(claim.Start);
            edges.Add(claim.End);
            to.MarkRepeated(claim.Standard, claim.Subject);
        }

        edges.UnionWith(payments.Select(payment => payment.At));
        Instant[] points = [.. edges];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            int winner = Winner(claims, points[i]);
            if (winner < 0)
            {
                continue;
            }

            decimal paid = payments.Where(payment => payment.At <= points[i]).Sum(payment => payment.Amount);
            for (int j = 0; j < claims.Length; j++)
            {
                if (claims[j].Holds(points[i]) && (j == winner || claims[j].Standard != claims[winner].Standard))
                {
                    Cell cell = claims[j] with { Start = points[i], End = points[i + 1] };
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

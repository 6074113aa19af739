using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>A settlement of which some claims, or some returns of payments, are in doubt: what stands with and without them is said (S26).</summary>
/// <remarks>The more is claimed and the less is paid the more is owed, so that what is so at both ends is so between them.</remarks>
internal static class DoubtfulSettlement
{
    public static List<Cell> Of(List<Cell> claims, List<Cell> doubtful, List<(Instant At, decimal Amount)> least, List<(Instant At, decimal Amount)> most, Cell excess, CaseEvaluation evaluation)
    {
        List<Cell> all = [.. claims, .. doubtful.Select(cell => AsClaim(cell))];
        List<List<Cell>> alternatives =
        [
            Settlement.Of(claims, least, excess),
            .. doubtful.Count > 0 ? [Settlement.Of(all, least, excess)] : Array.Empty<List<Cell>>(),
            .. !ReferenceEquals(least, most) ? [Settlement.Of(claims, most, excess)] : Array.Empty<List<Cell>>(),
            .. !ReferenceEquals(least, most) && doubtful.Count > 0 ? [Settlement.Of(all, most, excess)] : Array.Empty<List<Cell>>(),
        ];
        List<(Cell Cell, List<Cell> Alone, List<Cell> Without)> toggled = doubtful.Count < 2 ? [] :
        [
            .. doubtful.Select((cell, i) => (cell, Settlement.Of([.. claims, AsClaim(cell)], least, excess), Settlement.Of([.. all.Where((_, j) => j != claims.Count + i)], least, excess))),
        ];
        List<Cell> agreed = [];
        foreach (short standard in alternatives.SelectMany(cells => cells).Select(cell => cell.Standard).Distinct().Order())
        {
            agreed.AddRange(Agreement.Of(
                [.. alternatives.Select(cells => cells.FindAll(cell => cell.Standard == standard))],
                evaluation,
                (start, _) => Missing([.. Deciding(standard, start)], start, !ReferenceEquals(least, most), evaluation),
                []));
        }

        return agreed;

        // The claims with or without which a standard says something else, alone or among all.
        IEnumerable<Cell> Deciding(short standard, Instant at)
        {
            Cell[] deciding = [.. toggled.Where(one => Differ(alternatives[0], one.Alone) || Differ(alternatives[1], one.Without)).Select(one => one.Cell)];
            return deciding.Length > 0 ? deciding : doubtful;

            bool Differ(List<Cell> left, List<Cell> right) => !Said(left).SetEquals(Said(right));

            HashSet<CellTuple> Said(List<Cell> cells) => [.. cells.Where(cell => cell.Standard == standard && cell.Holds(at)).Select(cell => new CellTuple(cell, evaluation.Details))];
        }
    }

    private static Cell AsClaim(Cell cell)
    {
        cell.Set(Kinds.Claim, FindingState.Owed);
        cell.Detail = 0;
        cell.Other = 0;
        return cell;
    }

    private static IEnumerable<string> Missing(List<Cell> doubtful, Instant at, bool returned, CaseEvaluation evaluation) =>
        doubtful.Where(cell => cell.Holds(at)).SelectMany(cell => evaluation.Inputs(cell.Detail)!.Names).Concat(returned ? ["Returned"] : []).Distinct();
}

using System.Runtime.InteropServices;

namespace ServicePolicy.Evaluation;

/// <summary>Makes one ruling of all that the rules of a standard said of a subject (S29), whatever the unknown turns out to be (S26).</summary>
internal static class Clauses
{
    // For so few, to look through all that was written costs less than to put it in order.
    private const int Few = 8;

    /// <summary>Unites what was written from <paramref name="start"/> on about each standard and subject that spoke more than once, or could not tell.</summary>
    public static void Unite(CaseEvaluation evaluation, int start, ref FindingSink to)
    {
        if (!to.Repeated || evaluation.Together.Count == 0)
        {
            return;
        }

        // At an instant only what holds was written; the whole is worked out over the timeline.
        if (!to.Lost && (evaluation.SawDoubt || !Parts.TryCut(to.Written[start..], evaluation.Together)))
        {
            using CellLists lists = CellLists.Borrow();
            if (evaluation.Together.Count <= Few)
            {
                foreach ((short standard, int subject) in evaluation.Together)
                {
                    lists.Said.Clear();
                    to.Take(start, standard, subject, lists.Said);
                    Unite(evaluation, standard, subject, lists, ref to);
                }
            }
            else
            {
                UniteMany(evaluation, start, lists, ref to);
            }
        }

        evaluation.Together.Clear();
    }

    private static void UniteMany(CaseEvaluation evaluation, int start, CellLists lists, ref FindingSink to)
    {
        List<Cell> written = to.TakeFrom(start);
        HashSet<(short Standard, int Subject)> together = [.. evaluation.Together];
        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(written))
        {
            if (!together.Contains((cell.Standard, cell.Subject)))
            {
                to.Append(cell);
            }
        }

        ILookup<(short Standard, int Subject), Cell> said = written.ToLookup(static cell => (cell.Standard, cell.Subject));
        foreach ((short standard, int subject) in evaluation.Together)
        {
            lists.Said.Clear();
            lists.Said.AddRange(said[(standard, subject)]);
            Unite(evaluation, standard, subject, lists, ref to);
        }
    }

    private static void Unite(CaseEvaluation evaluation, short standard, int subject, CellLists lists, ref FindingSink to)
    {
        List<Cell> said = lists.Said;
        if (evaluation.SawDoubt && evaluation.Doubted.Contains((standard, subject)))
        {
            said = Completions.Rule(evaluation, standard, subject, said, ref to);
        }

        foreach (ref readonly Cell cell in CollectionsMarshal.AsSpan(Parts.Unite(said, evaluation, lists) ? lists.United : said))
        {
            to.Append(cell);
        }
    }
}

using System.Runtime.InteropServices;

namespace ServicePolicy.Evaluation;

/// <summary>Makes one ruling of all that the rules of a standard said of a subject (S29), whatever the unknown turns out to be (S26).</summary>
internal static class Clauses
{
    /// <summary>Unites what was written from <paramref name="start"/> on about each standard and subject that spoke more than once, or could not tell.</summary>
    public static void Unite(CaseEvaluation evaluation, int start, ref FindingSink to)
    {
        if (!to.Repeated || evaluation.Together.Count == 0)
        {
            return;
        }

        foreach ((short standard, int subject) in evaluation.Together)
        {
            // At an instant only what holds was written; the whole is worked out over the timeline.
            if (!to.Lost)
            {
                using CellLists lists = CellLists.Borrow();
                List<Cell> said = lists.Said;
                to.Take(start, standard, subject, said);
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

        evaluation.Together.Clear();
    }
}

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
        List<(short Standard, int Subject)> together = evaluation.Together;
        Dictionary<(short Standard, int Subject), int> places = new(together.Count);
        foreach ((short Standard, int Subject) about in together)
        {
            places.Add(about, places.Count);
        }

        Span<Cell> written = CollectionsMarshal.AsSpan(to.TakeFrom(start));
        int[] ends = new int[together.Count], placeOf = new int[written.Length];
        for (int i = 0; i < written.Length; i++)
        {
            placeOf[i] = places.GetValueOrDefault((written[i].Standard, written[i].Subject), -1);
            if (placeOf[i] < 0)
            {
                to.Append(written[i]);
            }
            else
            {
                ends[placeOf[i]]++;
            }
        }

        int sum = 0;
        for (int place = 0; place < ends.Length; place++)
        {
            (ends[place], sum) = (sum, sum + ends[place]);
        }

        int[] ordered = new int[sum];
        for (int i = 0; i < written.Length; i++)
        {
            if (placeOf[i] >= 0)
            {
                ordered[ends[placeOf[i]]++] = i;
            }
        }

        for (int place = 0, next = 0; place < ends.Length; place++)
        {
            lists.Said.Clear();
            for (; next < ends[place]; next++)
            {
                lists.Said.Add(written[ordered[next]]);
            }

            Unite(evaluation, together[place].Standard, together[place].Subject, lists, ref to);
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

namespace ServicePolicy.Analyzers;

/// <summary>What a misspelt word was meant to be.</summary>
internal static class Spelling
{
    private const int MostSlips = 2;

    /// <summary>The word that is the fewest slips away; none where all are further than a slip or two.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(each => (Word: each, Far: Distance(each, word)))
        .Where(each => each.Far <= MostSlips)
        .OrderBy(each => each.Far)
        .ThenBy(each => each.Word, StringComparer.Ordinal)
        .FirstOrDefault().Word;

    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[other.Length];
    }
}

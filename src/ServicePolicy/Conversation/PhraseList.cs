using System.Buffers;

namespace ServicePolicy.Conversation;

/// <summary>Phrases that are looked for in folded text, but not where they are only cut out of longer, harmless words.</summary>
internal sealed class PhraseList
{
    private readonly string[] phrases;
    private readonly string[] harmless;
    private readonly SearchValues<string> search;

    public PhraseList(IEnumerable<string> phrases, IEnumerable<string> harmless)
    {
        this.phrases = [.. phrases.Select(SpokenText.Fold)];
        this.harmless = [.. harmless.Select(SpokenText.Fold)];
        search = SearchValues.Create(this.phrases, StringComparison.Ordinal);
    }

    /// <summary>Whether folded text has any of the phrases.</summary>
    public bool IsIn(ReadOnlySpan<char> folded)
    {
        for (int start = 0; start < folded.Length; start++)
        {
            int next = folded[start..].IndexOfAny(search);
            if (next < 0)
            {
                return false;
            }

            start += next;
            foreach (string phrase in phrases)
            {
                if (folded[start..].StartsWith(phrase, StringComparison.Ordinal) && !IsCutOut(folded, start, start + phrase.Length))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a harmless word reaches into a stretch of text and beyond it.</summary>
    private bool IsCutOut(ReadOnlySpan<char> folded, int start, int end)
    {
        foreach (string word in harmless)
        {
            for (int at = Math.Max(0, start - word.Length + 1); at < end && at + word.Length <= folded.Length; at++)
            {
                bool reachesBeyond = at < start || at + word.Length > end;
                if (reachesBeyond && folded[at..].StartsWith(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

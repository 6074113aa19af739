namespace ServicePolicy.Conversation;

/// <summary>The words of courtesy that staff use (CNV-03).</summary>
internal static class CourtesyWords
{
    private static readonly string[] Harmless = ["申请", "邀请", "聘请", "请假", "请客", "请示", "请求", "再见到", "再见面", "对不起来"];

    private static readonly PhraseList[] Words = [.. new[] { "您好", "请", "谢谢", "对不起", "再见" }.Select(Find)];

    private static readonly PhraseList[] Pair = [Find("请"), Find("您")];

    /// <summary>How many of the five are used.</summary>
    public static int Used(IEnumerable<Utterance> utterances) => Used(Words, utterances);

    /// <summary>How many of the favoured pair are used: <c>Both</c>, <c>One</c> or <c>None</c>.</summary>
    public static string PairUsed(IEnumerable<Utterance> utterances) => Used(Pair, utterances) switch { 2 => "Both", 1 => "One", _ => "None" };

    private static int Used(PhraseList[] words, IEnumerable<Utterance> utterances)
    {
        string[] said = [.. utterances.Select(utterance => SpokenText.Fold(utterance.Text.Reveal()))];
        return words.Count(word => Array.Exists(said, text => word.IsIn(text)));
    }

    private static PhraseList Find(string word) => new([word], Harmless);
}

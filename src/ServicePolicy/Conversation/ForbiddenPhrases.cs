namespace ServicePolicy.Conversation;

/// <summary>The phrases that staff never say (CNV-04).</summary>
internal static class ForbiddenPhrases
{
    private const char Hey = '喂';

    private static readonly PhraseList Phrases = new(
        [
            "急什么", "罗罗嗦嗦", "快点讲", "有没有搞错", "不知道", "不清楚", "不关我们事", "无聊", "讲清楚点啦", "别烦我",
            "问她人去", "问别人去", "问他人去", "听见没有,长耳朵干嘛使", "我就是这种态度", "有本事你去告我", "喊什么,等会儿",
            "你问我,我问谁", "下班了,快点啦", "烦死人", "有意见,找领导提去", "我不管,不要问我",
        ],
        [
            "着急", "紧急", "加急", "应急", "什么时候", "什么时间", "聊天", "特别", "分别", "级别", "个别", "区别", "去向", "去处", "去年", "去哪",
            "您不知道", "您还不知道", "客户不知道", "用户不知道", "知不知道", "不知道的",
            "您不清楚", "您还不清楚", "客户不清楚", "用户不清楚", "清不清楚", "听不清楚", "看不清楚", "不清楚的",
        ]);

    /// <summary>Whether a text has any of them; inside a longer harmless word is not.</summary>
    public static bool AreIn(string text) => Phrases.IsIn(SpokenText.Fold(text)) || HasHey(text);

    /// <summary>Whether a text has 喂 as a word of its own: between marks, or before the greeting.</summary>
    public static bool HasHey(string text)
    {
        if (!text.AsSpan().ContainsAny(Hey, '餵'))
        {
            return false;
        }

        string folded = SpokenText.FoldBetweenMarks(text);
        for (int at = folded.IndexOf(Hey, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(Hey, at + 1))
        {
            ReadOnlySpan<char> after = folded.AsSpan(at).TrimStart(Hey);
            bool begins = at == 0 || folded[at - 1] is ' ' or Hey;
            if (begins && (after.IsEmpty || after[0] == ' ' || after.StartsWith("您好") || after.StartsWith("你好")))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Text;

namespace ServicePolicy.Conversation;

/// <summary>What is said, with width, case, marks, white space and traditional characters folded away.</summary>
internal static class SpokenText
{
    // The traditional characters, and variants, of the words that are looked for and of those that they may be cut out of.
    private const string Traditional = "囉啰麼麽點講沒錯關們無餵煩別問聽見長幹種態兒誰領導請謝對時間緊應養個級區戶還說話處歲妳電飼魚雞這會裡發現為";
    private const string Simplified = "罗罗么么点讲没错关们无喂烦别问听见长干种态儿谁领导请谢对时间紧应养个级区户还说话处岁你电饲鱼鸡这会里发现为";

    private static readonly Dictionary<char, char> ToSimplified = Traditional.Zip(Simplified).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The characters that are spoken, one after another.</summary>
    public static string Fold(string text) => Fold(text, keepsMarks: false);

    /// <summary>The same, with one mark wherever there are marks, so that words of their own are told.</summary>
    public static string FoldBetweenMarks(string text) => Fold(text, keepsMarks: true);

    /// <summary>How many characters are spoken; marks and white space are not.</summary>
    public static int Length(string text) => text.Normalize(NormalizationForm.FormKC).EnumerateRunes().Count(Rune.IsLetterOrDigit);

    private static string Fold(string text, bool keepsMarks)
    {
        string compatible = text.Normalize(NormalizationForm.FormKC);
        StringBuilder folded = new(compatible.Length);
        foreach (char each in compatible)
        {
            if (char.IsLetterOrDigit(each) || char.IsSurrogate(each))
            {
                folded.Append(ToSimplified.GetValueOrDefault(each, char.ToLowerInvariant(each)));
            }
            else if (keepsMarks && !char.IsWhiteSpace(each) && (folded.Length == 0 || folded[^1] != ' '))
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }
}

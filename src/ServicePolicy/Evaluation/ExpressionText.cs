using System.Text.RegularExpressions;

namespace ServicePolicy.Evaluation;

/// <summary>What an expression of a rule reads, told from its text as the compiler hands it over.</summary>
/// <param name="Parameters">The names that a lambda gives to what it is handed; empty where the text is no lambda.</param>
/// <param name="Properties">The properties read, with the position of the parameter they are read from; −1 where it is none of the lambda's own.</param>
/// <param name="Text">The text.</param>
internal sealed partial record ExpressionText(IReadOnlyList<string> Parameters, IReadOnlyList<(int Parameter, string Property)> Properties, string Text)
{
    private readonly bool[] whole = [.. Parameters.Select(name => IsReadWhole(name, Text))];

    /// <summary>The names of the properties, or the text where it reads none: the name of an input.</summary>
    public IEnumerable<string> PropertiesOrText => Properties.Count == 0 ? [Text.Trim()] : Properties.Select(read => read.Property);

    /// <summary>Whether a parameter is handed on as a whole, so that anything of it may be read.</summary>
    public bool ReadsAllOf(int parameter) => parameter < whole.Length ? whole[parameter] : Parameters.Count == 0;

    public static ExpressionText Read(string text)
    {
        int arrow = text.IndexOf("=>", StringComparison.Ordinal);
        string[] names = arrow < 0 ? [] : [.. Word().Matches(text[..arrow]).Select(match => match.Value).Where(name => name is not ("static" or "in" or "ref"))];
        List<(int, string)> reads = [];
        foreach (Match read in Property().Matches(text, arrow < 0 ? 0 : arrow + 2))
        {
            reads.Add((Array.IndexOf(names, read.Groups[1].Value), read.Groups[2].Value));
        }

        return new ExpressionText(names, reads, text);
    }

    private static bool IsReadWhole(string parameter, string text)
    {
        foreach (Match word in Word().Matches(text, text.IndexOf("=>", StringComparison.Ordinal) + 2))
        {
            int after = word.Index + word.Length;
            bool isOwn = word.Value == parameter && (word.Index == 0 || text[word.Index - 1] != '.');
            if (isOwn && (after >= text.Length || !(text[after] is '.' or '?' or '!')))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w.])(\w+)(?:\[[^\]]*\])?[?!]?\.([A-Z]\w*)")]
    private static partial Regex Property();
}

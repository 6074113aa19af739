using System.CommandLine;
using System.Globalization;

namespace ServicePolicy.Samples.Commands;

/// <summary>The options that several commands share.</summary>
internal static class Settings
{
    public static Option<string> Format() => Choice("--format", "How to write", "table", "json");

    public static Option<string> Language() => Choice("--lang", "The language of titles and messages", "en", "zh");

    public static Option<string> Engine() => Choice("--engine", "What runs the rules: the plan, an NRules session for each case, or both, compared finding by finding", "plan", "nrules", "both");

    public static Option<bool> FailOnIndeterminate() => new("--fail-on-indeterminate") { Description = "Ends with exit code 3 where a decision is indeterminate" };

    public static CultureInfo Culture(string language) => language == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : CultureInfo.InvariantCulture;

    private static Option<string> Choice(string name, string description, params string[] choices)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        option.AcceptOnlyFromAmong(choices);
        return option;
    }
}

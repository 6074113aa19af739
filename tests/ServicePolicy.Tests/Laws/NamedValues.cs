using NodaTime;

namespace ServicePolicy.Tests.Laws;

/// <summary>Values of properties whose type does not say what they can be; every other text is one of a few, so that texts meet.</summary>
internal static class NamedValues
{
    public const string HallCalendar = "china";

    private static readonly string[] AnyText = ["A", "A", "A", "B"];

    private static readonly Dictionary<string, string[]> ByName = new(StringComparer.Ordinal)
    {
        ["Zone"] = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12"],
        ["Calendar"] = [HallCalendar, "24x7"],
        ["Place"] = ["Desk 1", "Desk 2", "Desk 3"],
        ["OperationCode"] = ["1302", "e199", "1354", "3381"],
        ["Login"] = ["zjyd01"],
        ["Names"] = ["李伟", "Li Wu"],
        ["SenderNumber"] = ["10086", "106558001"],
        ["Keyword"] = ["KTYLTX", "QXYLTX", "DZXXSF", "CXYL", "0000"],
    };

    private static readonly Dictionary<string, LocalDate[]> Days = new(StringComparer.Ordinal)
    {
        ["Month"] = [new(2026, 2, 1), new(2025, 10, 1), new(2025, 9, 1), new(2026, 3, 1)],
        ["IdValidUntil"] = [LocalDate.MaxIsoValue, new(2026, 3, 2), new(2026, 3, 1)],
    };

    private static readonly Secret[] Passwords = [.. new[] { "tr4velling-77", "xq#李伟!k12", "short1", "onlyletters", "10dyjz-#77", "a-19900502", "482910", "654321", "110101199005482910" }.Select(text => new Secret(text))];

    private static readonly Secret[] Sayings = [.. new[] { "您好,请稍等。", "这个我不知道。", "喂?", "谢谢,再见。", "您不清楚的地方我再说一遍。" }.Select(text => new Secret(text))];

    public static IReadOnlyList<Secret> SecretsOf(string property) => property == "Text" ? Sayings : Passwords;

    public static IReadOnlyList<LocalDate> DaysOf(string property) => Days.GetValueOrDefault(property, [new LocalDate(1990, 5, 2)]);

    /// <summary>Whether the documentation of the property says of one that is not given that it may be any.</summary>
    public static bool AbsenceTellsNothing(string property) => property is "Zone" or "Calendar" or "Place" or "Step" or "User";

    public static IReadOnlyList<string> Of(string property) => ByName.TryGetValue(property, out string[]? values) ? values : AnyText;
}

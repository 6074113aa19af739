using System.Text.RegularExpressions;

namespace ServicePolicy.Testing.Laws;

/// <summary>Where a standard may be more cautious than it need be.</summary>
internal static partial class LawExceptions
{
    private const string AnyPlace = "A zone or a calendar that nobody knows may be any. The engine does not work out between which instants all of them agree where periods recur, and the completions try a few.";

    /// <summary>Why it is so, or <see langword="null"/> where it must not be.</summary>
    public static string? ReasonFor(Breach breach, LawSettings settings) =>
        breach.Law is Law.OverCautious or Law.WrongInputs && NeedsPlace().IsMatch(breach.Story)
            ? AnyPlace
            : settings.Reasons.GetValueOrDefault((breach.Law, breach.Standard));

    [GeneratedRegex(@" for want of [^;:]*\b(Calendar|Zone)\b")]
    private static partial Regex NeedsPlace();
}

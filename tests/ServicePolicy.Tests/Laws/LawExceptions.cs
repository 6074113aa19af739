namespace ServicePolicy.Tests.Laws;

/// <summary>Where a clause is more cautious than it need be, and why. Soundness has no exceptions; the list only shrinks.</summary>
internal static class LawExceptions
{
    private static readonly Dictionary<(Law Law, string Standard), string> Reasons = new()
    {
        [(Law.OverCautious, "HND-14")] = Calendars,
        [(Law.WrongInputs, "HND-14")] = Calendars,
        [(Law.WrongInputs, "HND-13")] = Together,
        [(Law.WrongInputs, "HND-27")] = Together,
    };

    /// <summary>The inputs of which the completions try a few of very many values.</summary>
    private static readonly string[] Places = ["Calendar", "Zone"];

    private const string AnyPlace = "A zone or a calendar that nobody knows may be any. The engine does not work out between which instants all of them agree where periods recur, and the completions try a few.";
    private const string Calendars = "A key that nobody knows may be that of a calendar which the engine does not have, and which the completions do not try.";
    private const string Together = "Within the range of one event its rules are united by what each may say, which loses that one says nothing only when the other speaks; an input of the other is named too.";

    /// <summary>Why it is so, or <see langword="null"/> where it must not be.</summary>
    public static string? ReasonFor(Breach breach) =>
        breach.Law is Law.OverCautious or Law.WrongInputs && Places.Any(place => breach.Story.Contains($" for want of {place}{(breach.Law == Law.OverCautious ? ';' : ':')}", StringComparison.Ordinal))
            ? AnyPlace
            : Reasons.GetValueOrDefault((breach.Law, breach.Standard));
}

namespace ServicePolicy.Tests.Laws;

/// <summary>Where a clause is more cautious than it need be, and why. Soundness has no exceptions; the list only shrinks.</summary>
internal static class LawExceptions
{
    private static readonly Dictionary<(Law Law, string Standard), string> Reasons = [];

    /// <summary>Why it is so, or <see langword="null"/> where it must not be.</summary>
    public static string? ReasonFor(Breach breach) => Reasons.GetValueOrDefault((breach.Law, breach.Standard));
}

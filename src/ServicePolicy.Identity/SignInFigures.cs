using System.Globalization;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Credentials;
using ServicePolicy.Gates;

namespace ServicePolicy.Identity;

/// <summary>The figures of the handbook that an engine enforces on sign-in.</summary>
internal static class SignInFigures
{
    /// <summary>Whether the engine limits how often a password is tried.</summary>
    public static bool Limit(PolicyEngine engine) => (Enforced(engine, "CRD-05") ?? Enforced(engine, "PWD-04")) is not null;

    /// <summary>The gate of CRD-05 where the engine enforces it, else that of PWD-04.</summary>
    public static SignInGate Gate(PolicyEngine engine, IGate gate, Duration holdFor) =>
        Enforced(engine, "CRD-05") is { } lockout
            ? new SignInGate(gate, new CredentialStandards { WrongPasswords = Number(lockout, nameof(CredentialStandards.WrongPasswords)), MostCharacters = MostCharacters(engine) }, holdFor)
            : new SignInGate(gate, new GuidanceStandards { FailedAttempts = Number(Enforced(engine, "PWD-04")!, nameof(GuidanceStandards.FailedAttempts)), MostCharacters = MostCharacters(engine) }, holdFor);

    /// <summary>The most characters that a password may have: what is longer is refused before it is looked at.</summary>
    public static int MostCharacters(PolicyEngine engine) =>
        (Enforced(engine, "CRD-01") ?? Enforced(engine, "PWD-01")) is { } length ? Number(length, nameof(CredentialStandards.MostCharacters)) : new CredentialStandards().MostCharacters;

    private static CatalogueEntry? Enforced(PolicyEngine engine, string standard) =>
        engine.Catalogue.TryGetEntry(standard, out CatalogueEntry? entry) && entry.IsEnforced ? entry : null;

    private static int Number(CatalogueEntry entry, string figure) =>
        int.Parse(entry.Figures.Single(one => one.Path.EndsWith($":{figure}", StringComparison.Ordinal)).Value!, NumberStyles.None, CultureInfo.InvariantCulture);
}

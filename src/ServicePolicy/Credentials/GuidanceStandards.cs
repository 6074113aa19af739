using ServicePolicy.Catalogue;

namespace ServicePolicy.Credentials;

/// <summary>The figures of current guidance on passwords (PWD): NIST SP 800-63B-4 and OWASP ASVS 5.0, a handbook beside HB.</summary>
/// <remarks>Off unless a host chooses it, by <see cref="GuidanceExtensions"/>.</remarks>
public sealed record GuidanceStandards
{
    /// <summary>The standards of the handbook.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("PWD-01", Severity.Major, "NIST SP 800-63B-4 s.3.1.1.2; ASVS 5.0 6.2.1 and 6.2.9") { DiffersFrom = "CRD-01" },
        new("PWD-02", Severity.Major, "NIST SP 800-63B-4 s.3.1.1.2; ASVS 5.0 6.2.4, 6.2.5 and 6.2.12") { DiffersFrom = "CRD-02" },
        new("PWD-03", Severity.Critical, "NIST SP 800-63B-4 s.3.1.1.2; ASVS 5.0 6.2.10") { DiffersFrom = "CRD-04" },
        new("PWD-04", Severity.Critical, "NIST SP 800-63B-4 s.3.2.2; ASVS 5.0 6.3.1") { DiffersFrom = "CRD-05" },
    ];

    /// <summary>PWD-01: the fewest characters (code points, normalised) of a password that stands alone. 15, from NIST SP 800-63B-4 s.3.1.1.2.</summary>
    public int FewestAlone { get; init; } = 15;

    /// <summary>PWD-01: the fewest characters of a password that is only used with a second factor. 8, from NIST SP 800-63B-4 s.3.1.1.2.</summary>
    public int FewestWithSecondFactor { get; init; } = 8;

    /// <summary>PWD-01: the most characters of a password; what is longer is refused before it is looked at. 128, ours; not below the 64 of NIST SP 800-63B-4 s.3.1.1.2.</summary>
    public int MostCharacters { get; init; } = CredentialStandards.DefaultMostCharacters;

    /// <summary>PWD-04: the consecutive wrong passwords that disable a password. 100, the most of NIST SP 800-63B-4 s.3.2.2.</summary>
    public int FailedAttempts { get; init; } = 100;

    internal GuidanceStandards Through(FigureVisitor visit) => this with
    {
        FewestAlone = visit.Count("PWD-01", nameof(FewestAlone), FewestAlone, 15, 64),
        FewestWithSecondFactor = visit.Count("PWD-01", nameof(FewestWithSecondFactor), FewestWithSecondFactor, 8, 64),
        MostCharacters = visit.Count("PWD-01", nameof(MostCharacters), MostCharacters, 64, 1024, FigureMark.Ours),
        FailedAttempts = visit.Count("PWD-04", nameof(FailedAttempts), FailedAttempts, 1, 100),
    };
}

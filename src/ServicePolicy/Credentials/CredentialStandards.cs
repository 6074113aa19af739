using ServicePolicy.Catalogue;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>The figures of the standards on operator accounts and passwords (CRD).</summary>
public sealed record CredentialStandards
{
    internal const int DefaultMostCharacters = 128;

    /// <summary>The standards of the family.</summary>
    public static IReadOnlyList<Standard> All { get; } =
    [
        new("CRD-01", Severity.Major, "HB ch.3 s.3"),
        new("CRD-02", Severity.Major, "HB ch.3 s.3"),
        new("CRD-03", Severity.Major, "HB ch.3 s.3"),
        new("CRD-04", Severity.Major, "HB ch.3 s.3"),
        new("CRD-05", Severity.Critical, "HB ch.3 s.3"),
        new("CRD-06", Severity.Major, "HB ch.3 s.3"),
        new("CRD-07", Severity.Major, "HB ch.3 s.3"),
        new("CRD-08", Severity.Critical, "HB ch.3 s.3"),
        new("CRD-09", Severity.Major, "ET 1860"),
        new("CRD-10", Severity.Major, "HB ch.3 s.3"),
        new("CRD-11", Severity.Critical, "GT ex.6 item 10"),
        new("CRD-12", Severity.Critical, "HB ch.3 s.3"),
        new("CRD-13", Severity.Major, "HB ch.3 s.3"),
        new("CRD-14", Severity.Minor, "GT ex.6 item 10"),
        new("CRD-15", Severity.Critical, "ET 1860"),
    ];

    /// <summary>CRD-01: the fewest characters (code points, normalised) of a password. 8, from HB ch.3 s.3.</summary>
    public int FewestCharacters { get; init; } = 8;

    /// <summary>CRD-01: the most characters of a password; what is longer is refused before it is looked at. 128, ours.</summary>
    public int MostCharacters { get; init; } = DefaultMostCharacters;

    /// <summary>CRD-02: how many of the three classes (letters, digits, symbols) a password combines. 2, assumed.</summary>
    public int Classes { get; init; } = 2;

    /// <summary>CRD-04: the days after which an unchanged password puts the account on the blacklist. 90, from HB ch.3 s.3.</summary>
    public int RotationDays { get; init; } = 90;

    /// <summary>CRD-05: the consecutive wrong passwords that lock an account. 5, from HB ch.3 s.3.</summary>
    public int WrongPasswords { get; init; } = 5;

    /// <summary>CRD-06: how many of the last passwords may not be used again. 5, from HB ch.3 s.3.</summary>
    public int LastPasswords { get; init; } = 5;

    /// <summary>CRD-09: the digits of a customer's service password. 6, from ET 1860.</summary>
    public int ServicePasswordDigits { get; init; } = 6;

    /// <summary>CRD-10: how long an open session may stand unused. 10 min, assumed.</summary>
    public TimeLimit Idle { get; init; } = new(NodaTime.Duration.FromMinutes(10));

    /// <summary>CRD-14: the longest time between two reminders to change the password. Unset.</summary>
    public TimeLimit? Reminder { get; init; }

    /// <summary>CRD-15: the failed checks of a service password that end a call. 1, from ET 1860.</summary>
    public int FailedChecks { get; init; } = 1;

    internal CredentialStandards Through(FigureVisitor visit) => this with
    {
        FewestCharacters = visit.Count("CRD-01", nameof(FewestCharacters), FewestCharacters, 1, 64),
        MostCharacters = visit.Count("CRD-01", nameof(MostCharacters), MostCharacters, 64, 1024, FigureMark.Ours),
        Classes = visit.Count("CRD-02", nameof(Classes), Classes, 1, 3, FigureMark.Assumed),
        RotationDays = visit.Count("CRD-04", nameof(RotationDays), RotationDays, 1, 3650),
        WrongPasswords = visit.Count("CRD-05", nameof(WrongPasswords), WrongPasswords, 1, 50),
        LastPasswords = visit.Count("CRD-06", nameof(LastPasswords), LastPasswords, 1, 100),
        ServicePasswordDigits = visit.Count("CRD-09", nameof(ServicePasswordDigits), ServicePasswordDigits, 4, 32),
        Idle = visit.Limit("CRD-10", nameof(Idle), Idle, FigureMark.Assumed),
        Reminder = visit.OptionalLimit("CRD-14", nameof(Reminder), Reminder),
        FailedChecks = visit.Count("CRD-15", nameof(FailedChecks), FailedChecks, 1, 50),
    };
}

using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>What becomes of an account by its events.</summary>
internal static class AccountAutomata
{
    /// <summary>CRD-05: the wrong passwords in a row, the highest number being locked; what is tried while locked changes nothing.</summary>
    public static Automaton<AccountEvent, int> Lock(int wrongPasswords) => new(0, (count, e) => e.Kind switch
    {
        AccountEventKind.WrongPassword when count < wrongPasswords => count + 1,
        AccountEventKind.SignedIn when count < wrongPasswords => 0,
        AccountEventKind.Unlocked when e.By == AccountActor.AreaManager && e.Requested == YesNo.Yes => 0,
        _ => null,
    });

    /// <summary>PWD-03: compromised from the evidence until a new password is set.</summary>
    public static Automaton<AccountEvent, bool> Compromise { get; } = new(false, (_, e) => e.Kind switch
    {
        AccountEventKind.Compromised => true,
        AccountEventKind.PasswordSet => false,
        _ => null,
    });

    /// <summary>PWD-04: the wrong passwords in a row, the highest number disabling the password until a new one is set.</summary>
    public static Automaton<AccountEvent, int> Disabling(int failedAttempts) => new(0, (count, e) => e.Kind switch
    {
        AccountEventKind.WrongPassword when count < failedAttempts => count + 1,
        AccountEventKind.SignedIn when count < failedAttempts => 0,
        AccountEventKind.PasswordSet => 0,
        _ => null,
    });

    /// <summary>CRD-04: on the blacklist from the beginning of the day on which the days since the last change are over; only the area manager takes it off, and the days are counted anew from then.</summary>
    public static Automaton<AccountEvent, BlacklistState> Blacklist(DateTimeZone? zone, int days) => new Automaton<AccountEvent, BlacklistState>(BlacklistState.NoPassword, (state, e) => e.Kind switch
    {
        AccountEventKind.PasswordSet when state != BlacklistState.Listed => BlacklistState.Fresh,
        AccountEventKind.TakenOffBlacklist when state == BlacklistState.Listed && e.By == AccountActor.AreaManager && e.Requested == YesNo.Yes => BlacklistState.Fresh,
        _ => null,
    }).Lapsing(
        BlacklistState.Fresh,
        BlacklistState.Listed,
        since => zone is not null ? Due(since, zone, days) : DueAnywhere(since, Duration.FromDays(days)),
        nameof(OperatorAccount.Zone));

    /// <summary>CRD-10 and CRD-12: the session at a place, from the sign-in until it is closed; left open once it stands unused beyond the limit.</summary>
    public static Automaton<AccountEvent, SessionState> Session(TimeLimit idle) => new Automaton<AccountEvent, SessionState>(SessionState.Closed, (_, e) => e.Kind switch
    {
        AccountEventKind.SignedIn or AccountEventKind.SessionRefreshed => SessionState.InUse,
        AccountEventKind.SignedOut => SessionState.Closed,
        _ => null,
    }).Lapsing(SessionState.InUse, SessionState.LeftOpen, since => After(since, idle));

    /// <summary>CRD-14: overdue once the limit since the last reminder is over.</summary>
    public static Automaton<AccountEvent, ReminderState> Reminders(TimeLimit limit) => new Automaton<AccountEvent, ReminderState>(ReminderState.Reminded, (_, e) => e.Kind switch
    {
        AccountEventKind.Reminded => ReminderState.Reminded,
        _ => null,
    }).Lapsing(ReminderState.Reminded, ReminderState.Overdue, since => After(since, limit));

    /// <summary>The beginning of the day on which the consequence begins.</summary>
    private static Occurrence Due(Instant since, DateTimeZone zone, int days)
    {
        LocalDate day = since.InZone(zone).Date;
        return Period.DaysBetween(day, LocalDate.MaxIsoValue) > days ? zone.AtStartOfDay(day.PlusDays(days)).ToInstant() : Instant.MaxValue;
    }

    /// <summary>The same in any zone: days begin at most a day before the time of day, and a zone that moves across the date line moves them by a day more.</summary>
    private static Occurrence DueAnywhere(Instant since, Duration days) => since < Instant.MaxValue - days - Duration.FromHours(25)
        ? Occurrence.Between(since + days - Duration.FromHours(49), since + days + Duration.FromHours(25))
        : Instant.MaxValue;

    /// <summary>One tick beyond a limit.</summary>
    private static Occurrence After(Instant since, TimeLimit limit) => since < limit.LatestStart ? since + limit.Length + Duration.Epsilon : Instant.MaxValue;
}

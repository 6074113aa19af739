using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Credentials;

/// <summary>The rules on operator accounts and passwords (CRD).</summary>
public sealed class CredentialRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public CredentialRules(CredentialStandards figures)
        : base("Credentials", CredentialStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        int most = figures.MostCharacters, digits = figures.ServicePasswordDigits;

        Request<SignInRequest>().About<OperatorAccount>(r => r.AccountId, a => a.Id);

        Rule("CRD-01", "long").For<PasswordCandidate>()
            .When("has too many characters", c => !PasswordText.TryNormalise(c.Password, most, out _))
            .Yield((c, to) => to.Prohibition(c.ProposedAt, "tooLong"));

        Rule("CRD-01", "short").For<PasswordCandidate>()
            .When("has too few characters", c => PasswordText.TryNormalise(c.Password, most, out string? text) && PasswordText.Length(text) < figures.FewestCharacters)
            .Yield((c, to) => to.Prohibition(c.ProposedAt, "tooShort"));

        Rule("CRD-02").For<PasswordCandidate>()
            .When("has too few classes of characters", c => PasswordText.TryNormalise(c.Password, most, out string? text) && PasswordText.Classes(text) < figures.Classes)
            .Yield((c, to) => to.Prohibition(c.ProposedAt));

        Personal("login", "contains the login", most, PersonalFacts.HasLogin);
        Personal("loginReversed", "contains the login reversed", most, PersonalFacts.HasLoginReversed);
        Personal("name", "contains the name", most, PersonalFacts.HasName);
        Personal("birthday", "contains the birthday", most, PersonalFacts.HasBirthday);
        Personal("inSight", "contains a word in sight", most, PersonalFacts.HasWordInSight);

        Rule("CRD-03", "unknown holder").For<PasswordCandidate>()
            .Without<AccountHolder>("the holder is known", c => c.AccountId, h => h.AccountId)
            .Yield((c, to) => to.Indeterminate(c.ProposedAt, nameof(AccountHolder)));

        Log("CRD-04").Yield((a, events, to) => to.Prohibition(OnBlacklist(a, events, figures.RotationDays)));

        UnknownAccount("CRD-04");

        Log("CRD-05").Yield((a, events, to) => to.Prohibition(
            AccountAutomata.Lock(figures.WrongPasswords).Follow(events, Instant.MinValue).While(count => count == figures.WrongPasswords).Within(new Interval(a.OpenedAt, null))));

        UnknownAccount("CRD-05");

        Rule("CRD-06").For<PasswordCandidate>()
            .When("is one of the last passwords", c => (c.Reuse.IsUnknown ? (bool?)null : c.Reuse.PasswordsAgo <= figures.LastPasswords).ToYesNo())
            .Yield((c, to) => to.Prohibition(c.ProposedAt));

        Rule("CRD-07", "first use").For<SignInRequest>()
            .When("for more than changing the password", r => r.Purpose.Is(SignInPurpose.ChangePassword).Not())
            .Join<InitialPassword>(r => r.AccountId, p => p.AccountId)
            .Yield((_, p, to) => to.Prohibition(Truth.From(p.IssuedAt) & Truth.Until(p.Changed)));

        Rule("CRD-07", "changed at first use").For<InitialPassword>()
            .Yield((p, to) => to.Beforehand(p.FirstUse.NotBefore(p.IssuedAt), done: p.Changed));

        Rule("CRD-07", "made and sent").For<InitialPassword>()
            .When("not made by the system, or sent elsewhere", p => p.MadeBySystem.And(p.SentToBoundNumber).Not())
            .Yield((p, to) => to.Violation(p.IssuedAt));

        Rule("CRD-08").For<AccountEvent>()
            .When("is reserved to the area manager", e => e.Kind.IsReserved())
            .Yield((e, to) => to.Demand(e.HappenedAt, e.By.Is(AccountActor.AreaManager).And(e.Requested)));

        Rule("CRD-09", "digits").For<ServicePassword>()
            .When("is chosen", p => p.IsInitial.Not())
            .When("is not of so many digits", p => !AreDigits(p.Password, digits))
            .Yield((p, to) => to.Prohibition(p.ProposedAt));

        Rule("CRD-09", "initial").For<ServicePassword>()
            .When("is initial", p => p.IsInitial)
            .When("does not end the ID document", p => !EndsDocument(p, digits))
            .Yield((p, to) => to.Prohibition(p.ProposedAt));

        Log("CRD-10", "left open").Yield((a, events, to) => to.Violation(new Sessions(events, figures.Idle).LeftOpen.Within(new Interval(a.OpenedAt, null))));

        Rule("CRD-10", "nothing to go on with").For<SignInRequest>()
            .When("to go on", r => r.Purpose.Is(SignInPurpose.Continue))
            .Collect<AccountEvent>(r => r.AccountId, e => e.AccountId)
            .Yield((r, events, to) => to.Prohibition(!new Sessions(events, figures.Idle).InUseAt(r.Place)));

        Rule("CRD-10", "computer").For<WorkComputer>()
            .Yield((c, to) => to.Demand(c.SeenAt, c.BootPassword.Or(c.ScreenSaver)));

        Rule("CRD-11").For<StaffMember>()
            .Yield((s, to) => to.Beforehand(s.DataWorkBegan, done: s.AgreementSigned));

        Log("CRD-12", "two places").Yield((a, events, to) => to.Violation(new Sessions(events, figures.Idle).Shared.Within(new Interval(a.OpenedAt, null))));

        Rule("CRD-12", "elsewhere").For<SignInRequest>()
            .Collect<AccountEvent>(r => r.AccountId, e => e.AccountId)
            .Yield((r, events, to) => to.Prohibition(new Sessions(events, figures.Idle).InUseElsewhere(r.Place)));

        Rule("CRD-13", "file").For<ImportantFile>()
            .Yield((f, to) => to.Demand(f.SeenAt, f.OpeningPassword));

        Rule("CRD-13", "storage").For<LockedStorage>()
            .Yield((s, to) => to.Demand(s.SeenAt, s.Locked.And(s.KeyKeeper.Exists)));

        Log("CRD-14").IfSet(figures.Reminder).Yield((a, events, to) => to.Violation(
            AccountAutomata.Reminders(figures.Reminder!).Follow(events, a.OpenedAt).While(state => state == ReminderState.Overdue)));

        Call("refused").Yield((c, checks, to) => to.Prohibition(checks.Nth(figures.FailedChecks, check => Occurrence.At(check.CheckedAt).If(check.Passed.Not())).NotBefore(c.BeganAt)));

        Call("ended").Yield((c, checks, to) => to.Duty(checks.Nth(figures.FailedChecks, check => Occurrence.At(check.CheckedAt).If(check.Passed.Not())).NotBefore(c.BeganAt), until: c.Ended));
    }

    /// <summary>An account, with its log.</summary>
    private RuleBuilder<OperatorAccount, IReadOnlyList<AccountEvent>> Log(string standard, string? variant = null) =>
        Rule(standard, variant).For<OperatorAccount>().Collect<AccountEvent>(a => a.Id, e => e.AccountId);

    private RuleBuilder<ServiceCall, IReadOnlyList<ServicePasswordCheck>> Call(string variant) =>
        Rule("CRD-15", variant).For<ServiceCall>().Collect<ServicePasswordCheck>(c => c.Id, check => check.CallId);

    private void UnknownAccount(string standard) => Rule(standard, "unknown account").For<SignInRequest>()
        .Without<OperatorAccount>("the account is known", r => r.AccountId, a => a.Id)
        .Yield((r, to) => to.Indeterminate(r.RequestedAt, nameof(OperatorAccount)));

    private void Personal(string ground, string condition, int most, Func<string, AccountHolder, bool> has) =>
        Rule("CRD-03", ground).For<PasswordCandidate>()
            .Join<AccountHolder>(c => c.AccountId, h => h.AccountId)
            .When(condition, (c, h) => PasswordText.TryNormalise(c.Password, most, out string? text) && has(PasswordText.Fold(text), h))
            .Yield((c, h, to) => to.Prohibition(Occurrence.At(c.ProposedAt).NotBefore(h.KnownSince), ground));

    /// <summary>Before a password is known to be set there is nothing to count from; a zone that there is not tells nothing.</summary>
    private static Truth OnBlacklist(OperatorAccount account, IReadOnlyList<AccountEvent> events, int days)
    {
        DateTimeZone? zone = account.Zone.Value is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        Course<BlacklistState> course = AccountAutomata.Blacklist(zone, days).Follow(events, Instant.MinValue);
        Truth noPassword = course.While(state => state == BlacklistState.NoPassword) & Truth.Of(YesNo.Unknown, nameof(AccountEventKind.PasswordSet));
        return (course.While(state => state == BlacklistState.Listed) | noPassword).Within(new Interval(account.OpenedAt, null));
    }

    private static bool AreDigits(Secret password, int digits) =>
        password.Reveal() is { } text && text.Length == digits && text.All(char.IsAsciiDigit);

    /// <summary>An ID document may end in X, which then stands in the password.</summary>
    private static bool EndsDocument(ServicePassword password, int digits) =>
        password.Password.Reveal() is { } text && text.Length == digits
        && password.IdDocument is { } document && document.Reveal().EndsWith(text, StringComparison.OrdinalIgnoreCase);
}

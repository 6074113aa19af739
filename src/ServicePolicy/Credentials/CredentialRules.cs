using System.Diagnostics.CodeAnalysis;
using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Credentials;

/// <summary>The rules on operator accounts and passwords (CRD).</summary>
public sealed class CredentialRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public CredentialRules(CredentialStandards figures)
        : base("Credentials", CredentialStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Candidates(figures);
        Accounts(figures);
        Sessions(figures);
        Customers(figures);

        Rule("CRD-10", "computer").For<WorkComputer>().Yield((c, to) => Guarded(c, to));
        InOrder<ImportantFile>("CRD-13", f => f.OpeningPassword, "has an opening password", nameof(ImportantFile.OpeningPassword), f => f.SeenAt);
        InOrder<LockedStorage>("CRD-13", s => s.Locked, "is locked", nameof(LockedStorage.Locked), s => s.SeenAt);
        InOrder<LockedStorage>("CRD-13", s => s.KeyKeeper.Exists, "has a keeper of the key", nameof(LockedStorage.KeyKeeper), s => s.SeenAt);

        Rule("CRD-11").For<StaffMember>()
            .When("works with customer data", s => s.DataWorkBegan.Kind != OccurrenceKind.NotHappened)
            .Yield((s, to) => Signed(s, to));
    }

    /// <summary>A candidate is refused from the instant at which it is proposed, on every ground there is.</summary>
    private void Candidates(CredentialStandards figures)
    {
        int most = figures.MostCharacters;

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

        Rule("CRD-06").For<PasswordCandidate>()
            .When("is one of the last passwords", c => UsedLately(c, figures.LastPasswords), nameof(PasswordCandidate.Reuse))
            .Yield((c, to) => to.Prohibition(c.ProposedAt));
    }

    private void Accounts(CredentialStandards figures)
    {
        Rule("CRD-04").For<OperatorAccount>()
            .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
            .Yield((a, events, to) => Blacklist(a, events, figures.RotationDays, to));

        Rule("CRD-04", "unknown account").For<SignInRequest>()
            .Without<OperatorAccount>("the account is known", r => r.AccountId, a => a.Id)
            .Yield((r, to) => to.Indeterminate(r.RequestedAt, nameof(OperatorAccount)));

        Rule("CRD-05").For<OperatorAccount>()
            .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
            .Yield((_, events, to) => Refuse(LockHistory.Of(events, figures.WrongPasswords), to));

        Rule("CRD-05", "unknown account").For<SignInRequest>()
            .Without<OperatorAccount>("the account is known", r => r.AccountId, a => a.Id)
            .Yield((r, to) => to.Indeterminate(r.RequestedAt, nameof(OperatorAccount)));

        Rule("CRD-07", "first use").For<SignInRequest>()
            .When("for more than changing the password", r => r.Purpose.Is(SignInPurpose.ChangePassword).Not(), nameof(SignInRequest.Purpose))
            .Join<InitialPassword>(r => r.AccountId, p => p.AccountId)
            .Yield((_, p, to) => Unchanged(p, to));

        Rule("CRD-07", "change").For<InitialPassword>()
            .Yield((p, to) => to.Duty(p.FirstUse, until: p.Changed));

        Rule("CRD-07", "made").For<InitialPassword>()
            .When("was not made by the system", p => p.MadeBySystem.Not(), nameof(InitialPassword.MadeBySystem))
            .Yield((p, to) => to.Violation(p.IssuedAt));

        Rule("CRD-07", "sent").For<InitialPassword>()
            .When("was not sent to the bound number", p => p.SentToBoundNumber.Not(), nameof(InitialPassword.SentToBoundNumber))
            .Yield((p, to) => to.Violation(p.IssuedAt));

        Reserved("by the area manager", e => e.By.Is(AccountActor.AreaManager), nameof(AccountEvent.By));
        Reserved("on request", e => e.Requested, nameof(AccountEvent.Requested));

        Rule("CRD-08", "authorised").For<AccountEvent>()
            .When("is reserved to the area manager", e => e.IsReserved() == YesNo.Yes)
            .When("by the area manager, on request", e => e.IsAuthorised() == YesNo.Yes)
            .Yield((e, to) => to.Met(e.HappenedAt));

        if (figures.Reminder is { } reminder)
        {
            Rule("CRD-14").For<OperatorAccount>()
                .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
                .Yield((a, events, to) => Reminders(a, events, reminder, to));
        }
    }

    private void Sessions(CredentialStandards figures)
    {
        Duration idle = figures.Idle.Length;

        Rule("CRD-10", "left open").For<OperatorAccount>()
            .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
            .Yield((_, events, to) => LeftOpen(new SessionHistory(events, idle), to));

        Rule("CRD-10", "idle").For<SignInRequest>()
            .When("to go on", r => r.Purpose.Is(SignInPurpose.Continue), nameof(SignInRequest.Purpose))
            .Collect<AccountEvent>(r => r.AccountId, e => e.AccountId)
            .Yield((r, events, to) => NothingToContinue(r, new SessionHistory(events, idle), to));

        Rule("CRD-12", "two places").For<OperatorAccount>()
            .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
            .Yield((_, events, to) => TwoPlaces(new SessionHistory(events, idle), to));

        Rule("CRD-12", "elsewhere").For<SignInRequest>()
            .Collect<AccountEvent>(r => r.AccountId, e => e.AccountId)
            .Yield((r, events, to) => Elsewhere(r, new SessionHistory(events, idle), to));
    }

    private void Customers(CredentialStandards figures)
    {
        int digits = figures.ServicePasswordDigits;

        Rule("CRD-09", "digits").For<ServicePassword>()
            .When("is chosen", p => p.IsInitial.Not(), nameof(ServicePassword.IsInitial))
            .When("is not of so many digits", p => !AreDigits(p.Password, digits))
            .Yield((p, to) => to.Prohibition(p.ProposedAt, "digits"));

        Rule("CRD-09", "initial").For<ServicePassword>()
            .When("is initial", p => p.IsInitial, nameof(ServicePassword.IsInitial))
            .When("does not end the ID document", p => !EndsDocument(p, digits))
            .Yield((p, to) => to.Prohibition(p.ProposedAt, "document"));

        Rule("CRD-15", "end the call").For<ServiceCall>()
            .Collect<ServicePasswordCheck>(c => c.Id, check => check.CallId)
            .Yield((c, checks, to) => EndOfCall(c, checks, figures.FailedChecks, to));
    }

    private void Personal(string ground, string condition, int most, Func<string, AccountHolder, bool> has) =>
        Rule("CRD-03", ground).For<PasswordCandidate>()
            .Join<AccountHolder>(c => c.AccountId, h => h.AccountId)
            .When(condition, (c, h) => PasswordText.TryNormalise(c.Password, most, out string? text) && has(PasswordText.Fold(text), h))
            .Yield((c, _, to) => to.Prohibition(c.ProposedAt, ground));

    private void Reserved(string condition, Func<AccountEvent, YesNo> holds, string needs) =>
        Rule("CRD-08", condition).For<AccountEvent>()
            .When("is reserved to the area manager", e => e.IsReserved(), nameof(AccountEvent.Kind))
            .When($"not {condition}", e => holds(e).Not(), needs)
            .Yield((e, to) => to.Violation(e.HappenedAt));

    /// <summary>What was seen is in order, or a violation.</summary>
    private void InOrder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string standard, Func<T, YesNo> inOrder, string condition, string needs, Func<T, Instant> seenAt)
        where T : class, IFact
    {
        Rule(standard, $"{typeof(T).Name} {condition}").For<T>()
            .When(condition, fact => inOrder(fact) == YesNo.Yes)
            .Yield((fact, to) => to.Met(seenAt(fact)));

        Rule(standard, $"{typeof(T).Name} not {condition}").For<T>()
            .When($"not {condition}", fact => inOrder(fact).Not(), needs)
            .Yield((fact, to) => to.Violation(seenAt(fact)));
    }

    private static YesNo UsedLately(PasswordCandidate candidate, int last) =>
        candidate.Reuse.IsUnknown ? YesNo.Unknown : candidate.Reuse.PasswordsAgo <= last ? YesNo.Yes : YesNo.No;

    private static bool AreDigits(Secret password, int digits) =>
        password.Reveal() is { } text && text.Length == digits && text.All(char.IsAsciiDigit);

    /// <summary>An ID document may end in X, which then stands in the password.</summary>
    private static bool EndsDocument(ServicePassword password, int digits) =>
        password.Password.Reveal() is { } text && text.Length == digits
        && password.IdDocument is { } document && document.Reveal().EndsWith(text, StringComparison.OrdinalIgnoreCase);

    private static void Blacklist(OperatorAccount account, IReadOnlyList<AccountEvent> events, int days, FindingWriter to)
    {
        DateTimeZone? zone = account.Zone.Value is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null;
        if (zone is null)
        {
            to.Indeterminate(account.OpenedAt, account.Zone.Value is { } unknown ? $"{nameof(OperatorAccount.Zone)} '{unknown}'" : nameof(OperatorAccount.Zone));
            return;
        }

        Refuse(BlacklistHistory.Of(account, events, zone, days), to);
    }

    private static void Refuse(IReadOnlyList<HeldState> states, FindingWriter to)
    {
        foreach (HeldState state in states)
        {
            if (state.Holds == YesNo.Yes)
            {
                to.Prohibition(state.During);
            }
            else if (state.Holds == YesNo.Unknown)
            {
                to.Indeterminate(state.During, state.Missing);
            }
        }
    }

    private static void Unchanged(InitialPassword password, FindingWriter to)
    {
        if (password.Changed.IsUnknown)
        {
            to.Indeterminate(password.IssuedAt, nameof(InitialPassword.Changed));
        }
        else
        {
            to.Prohibition(new Interval(password.IssuedAt, password.Changed.Instant));
        }
    }

    /// <summary>An entry of unknown kind may be a reminder: overdue for certain is what is overdue even then.</summary>
    private static void Reminders(OperatorAccount account, IReadOnlyList<AccountEvent> events, TimeLimit reminder, FindingWriter to)
    {
        IntervalSet perhaps = Overdue(account.OpenedAt, events.Where(e => e.Kind == AccountEventKind.Reminded), reminder);
        IntervalSet overdue = Overdue(account.OpenedAt, events.Where(e => e.Kind is AccountEventKind.Reminded or AccountEventKind.Unknown), reminder);
        During(overdue, to);
        foreach (Interval interval in perhaps.Except(overdue))
        {
            to.Indeterminate(interval, nameof(AccountEvent.Kind));
        }
    }

    private static IntervalSet Overdue(Instant last, IEnumerable<AccountEvent> reminders, TimeLimit reminder)
    {
        List<Span> overdue = [];
        foreach (Instant next in reminders.Select(e => e.HappenedAt).Append(Instant.MaxValue))
        {
            if (last <= reminder.LatestStart && last + reminder.Length + Duration.Epsilon is { } late && late < next)
            {
                overdue.Add(new Span(late, next));
            }

            last = next;
        }

        return IntervalSet.OfSpans(overdue);
    }

    private static void During(IntervalSet when, FindingWriter to)
    {
        foreach (Interval interval in when)
        {
            to.Violation(interval);
        }
    }

    private static void LeftOpen(SessionHistory sessions, FindingWriter to)
    {
        IntervalSet leftOpen = sessions.LeftOpen;
        During(leftOpen, to);
        Perhaps(sessions.PerhapsLeftOpen, leftOpen, SessionDoubt.None, to);
    }

    private static void NothingToContinue(SignInRequest request, SessionHistory sessions, FindingWriter to)
    {
        IntervalSet open = request.Place.Value is { } at ? sessions.InUseAt(at) : IntervalSet.Empty;
        SessionStretch[] perhaps = [.. request.Place.Value is { } place ? sessions.PerhapsInUseAt(place) : sessions.PerhapsInUseElsewhere(null)];
        foreach (Interval interval in open.Union(IntervalSet.OfSpans(perhaps.Select(stretch => stretch.During))).Complement())
        {
            to.Prohibition(interval);
        }

        Perhaps(perhaps, open, DoubtOf(request), to);
    }

    private static void TwoPlaces(SessionHistory sessions, FindingWriter to)
    {
        IntervalSet shared = sessions.Shared;
        During(shared, to);
        Perhaps(sessions.PerhapsShared, shared, SessionDoubt.None, to);
    }

    /// <summary>Wherever a request comes from, while two places are in use one of them is another.</summary>
    private static void Elsewhere(SignInRequest request, SessionHistory sessions, FindingWriter to)
    {
        IntervalSet elsewhere = request.Place.Value is { } place ? sessions.InUseElsewhere(place) : sessions.Shared;
        foreach (Interval interval in elsewhere)
        {
            to.Prohibition(interval);
        }

        Perhaps(sessions.PerhapsInUseElsewhere(request.Place.Value), elsewhere, DoubtOf(request), to);
    }

    private static SessionDoubt DoubtOf(SignInRequest request) => request.Place.Value is null ? SessionDoubt.Place : SessionDoubt.None;

    /// <summary>What may hold and does not surely, by what would have to be known.</summary>
    private static void Perhaps(IEnumerable<SessionStretch> stretches, IntervalSet surely, SessionDoubt always, FindingWriter to)
    {
        SessionStretch[] all = [.. stretches];
        IntervalSet kind = Wanting(SessionDoubt.Kind), place = Wanting(SessionDoubt.Place);
        Unsure(kind.Except(place), [nameof(AccountEvent.Kind)], to);
        Unsure(place.Except(kind), [nameof(AccountEvent.Place)], to);
        Unsure(kind.Intersect(place), [nameof(AccountEvent.Kind), nameof(AccountEvent.Place)], to);

        IntervalSet Wanting(SessionDoubt doubt) =>
            IntervalSet.OfSpans(all.Where(stretch => (stretch.Doubt | always).HasFlag(doubt)).Select(stretch => stretch.During)).Except(surely);
    }

    private static void Unsure(IntervalSet when, string[] inputs, FindingWriter to)
    {
        foreach (Interval interval in when)
        {
            to.Indeterminate(interval, inputs);
        }
    }

    /// <summary>The failed check that ends the call: from then on it may not go on, and is to be ended.</summary>
    private static void EndOfCall(ServiceCall call, IReadOnlyList<ServicePasswordCheck> checks, int failedChecks, FindingWriter to)
    {
        int failed = 0, perhaps = 0;
        Instant? doubtful = null, certain = null;
        foreach (ServicePasswordCheck check in checks.Where(check => check.Passed != YesNo.Yes))
        {
            failed += check.Passed == YesNo.No ? 1 : 0;
            perhaps++;
            doubtful ??= perhaps == failedChecks ? check.CheckedAt : null;
            certain ??= failed == failedChecks ? check.CheckedAt : null;
        }

        if (doubtful is { } from && from != certain)
        {
            to.Indeterminate(new Interval(from, certain), nameof(ServicePasswordCheck.Passed));
        }

        if (certain is { } failure)
        {
            // A call that was over by then need not be ended.
            bool over = call.Ended.TryGetInstant(out Instant ended) && ended < failure;
            to.Prohibition(failure);
            to.Duty(failure, until: over ? failure : call.Ended, text: nameof(ServiceCall.Ended));
        }
    }

    private static void Guarded(WorkComputer computer, FindingWriter to)
    {
        switch (computer.BootPassword.Or(computer.ScreenSaver))
        {
            case YesNo.Yes:
                to.Met(computer.SeenAt);
                break;
            case YesNo.No:
                to.Violation(computer.SeenAt);
                break;
            default:
                string[] unknown = [.. computer.BootPassword == YesNo.Unknown ? [nameof(WorkComputer.BootPassword)] : Array.Empty<string>(), .. computer.ScreenSaver == YesNo.Unknown ? [nameof(WorkComputer.ScreenSaver)] : Array.Empty<string>()];
                to.Indeterminate(computer.SeenAt, unknown);
                break;
        }
    }

    private static void Signed(StaffMember staff, FindingWriter to)
    {
        if (!staff.DataWorkBegan.TryGetInstant(out Instant began))
        {
            to.Indeterminate(staff.JoinedAt, nameof(StaffMember.DataWorkBegan));
        }
        else if (staff.AgreementSigned.IsUnknown)
        {
            to.Indeterminate(began, nameof(StaffMember.AgreementSigned));
        }
        else if (staff.AgreementSigned.Instant is not { } signed || signed > began)
        {
            to.Violation(new Interval(began, staff.AgreementSigned.Instant));
            if (staff.AgreementSigned.Instant is { } late)
            {
                to.Met(late);
            }
        }
        else
        {
            to.Met(began);
        }
    }
}

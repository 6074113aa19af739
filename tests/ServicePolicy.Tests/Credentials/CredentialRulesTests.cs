using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Time;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Credentials;

/// <summary>Every outcome of every clause; where there is a figure, at its boundary and one tick, or one, either side.</summary>
public sealed class CredentialRulesTests
{
    private static readonly PolicyEngine Reminding = PolicyEngine.Create(ServiceStandards.Default with
    {
        Credentials = new CredentialStandards { Reminder = TimeLimit.FromHours(24) },
    });

    // The origin, 2026-11-20T01:00Z, is 09:00 in Shanghai; 90 days on is 2027-02-18, which begins at 16:00Z the day before.
    private static readonly OperatorAccount Account = new() { Id = "A1", OpenedAt = T(0), Zone = "Asia/Shanghai" };
    private static readonly Instant Listed = Instant.FromUtc(2027, 2, 17, 16, 0);
    private static readonly AccountEvent Set = Event("E0", T(0), AccountEventKind.PasswordSet);
    private static readonly SignInRequest Work = new() { Id = "R1", AccountId = "A1", RequestedAt = T(0), Purpose = SignInPurpose.Work, Place = "Desk 1" };
    private static readonly PasswordCandidate Candidate = new() { Id = "P1", AccountId = "A1", ProposedAt = T(0), Password = new Secret("tr4velling-"), Reuse = PasswordReuse.None };
    private static readonly InitialPassword Initial = new() { Id = "I1", AccountId = "A1", IssuedAt = T(0), MadeBySystem = YesNo.Yes, SentToBoundNumber = YesNo.Yes };
    private static readonly AccountEvent Unlock = Event("U", T(9), AccountEventKind.Unlocked) with { By = AccountActor.AreaManager, Requested = YesNo.Yes };
    private static readonly ServicePassword Service = new() { Id = "S1", ProposedAt = T(0), Password = new Secret("482910"), IsInitial = YesNo.No };
    private static readonly ServicePassword FirstService = Service with { Password = new Secret("12345X"), IsInitial = YesNo.Yes, IdDocument = new Secret("32110219900512345x") };
    private static readonly WorkComputer Computer = new() { Id = "W1", SeenAt = T(0), BootPassword = YesNo.No, ScreenSaver = YesNo.No };
    private static readonly StaffMember Staff = new() { Id = "M1", JoinedAt = T(0), DataWorkBegan = T(2) };
    private static readonly ImportantFile File = new() { Id = "F1", SeenAt = T(0) };
    private static readonly LockedStorage Safe = new() { Id = "L1", SeenAt = T(0), Locked = YesNo.Yes, KeyKeeper = "Wang" };
    private static readonly ServiceCall Call = new() { Id = "C1", BeganAt = T(0) };
    private static readonly ServicePasswordCheck Failed = new() { Id = "K1", CallId = "C1", CheckedAt = T(1), Passed = YesNo.No };

    private static readonly AccountHolder Holder = new()
    {
        Id = "H1",
        AccountId = "A1",
        KnownSince = T(0),
        Login = "liwei",
        Names = ["张伟民", "Zhang Weimin"],
        Birthday = new LocalDate(1990, 5, 12),
        InSight = ["Telecom"],
    };

    private static readonly Dictionary<string, (IFact[] Facts, Instant At, string[] Expected)> Cases = new()
    {
        ["CRD-01: nothing one tick before the candidate"] = ([With("1234567")], T(0, -1), []),
        ["CRD-01: 7 characters are too few"] = ([With("1234567")], T(0), ["CRD-01 Prohibition tooShort [0h, ∞)"]),
        ["CRD-01: 8 characters are enough"] = ([With("12345678")], T(0), []),
        ["CRD-01: none are too few"] = ([With("")], T(0), ["CRD-01 Prohibition tooShort [0h, ∞)"]),
        ["CRD-01: 8 composed characters in 16 units of decomposed text are enough"] = ([With("u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308")], T(0), []),
        ["CRD-01: 7 composed characters in 14 units of decomposed text are too few"] = ([With("u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308u\u0308")], T(0), ["CRD-01 Prohibition tooShort [0h, ∞)"]),
        ["CRD-01: 128 characters are not too many"] = ([With(new string('a', 128))], T(0), []),
        ["CRD-01: 129 characters are too many"] = ([With(new string('a', 129))], T(0), ["CRD-01 Prohibition tooLong [0h, ∞)"]),
        ["CRD-01: 128 characters in the most units there can be are not too many"] = ([With(string.Concat(Enumerable.Repeat("\u03b1\u0313\u0300\u0345", 128)))], T(0), []),
        ["CRD-01: half a surrogate pair is one character"] = ([With("\ud83d234567")], T(0), ["CRD-01 Prohibition tooShort [0h, ∞)"]),

        ["CRD-02: letters alone are one class"] = ([With("abcdefgh")], T(0), ["CRD-02 Prohibition [0h, ∞)"]),
        ["CRD-02: digits alone are one class"] = ([With("12345678")], T(0), ["CRD-02 Prohibition [0h, ∞)"]),
        ["CRD-02: symbols alone are one class"] = ([With("-_-_-_-_")], T(0), ["CRD-02 Prohibition [0h, ∞)"]),
        ["CRD-02: capitals are no class of their own"] = ([With("abcdEFGH")], T(0), ["CRD-02 Prohibition [0h, ∞)"]),
        ["CRD-02: marks are no class of their own"] = ([With("abcdefgq\u0303")], T(0), ["CRD-02 Prohibition [0h, ∞)"]),
        ["CRD-02: letters and digits are two"] = ([With("abcd1234")], T(0), []),
        ["CRD-02: letters and symbols are two"] = ([With("abcd ---")], T(0), []),
        ["CRD-02: digits before letters are two"] = ([With("1234abcd")], T(0), []),
        ["CRD-02: symbols before letters are two"] = ([With("----abcd")], T(0), []),
        ["CRD-02: digits and symbols are two"] = ([With("1234----")], T(0), []),
        ["CRD-02: Chinese characters and digits are two"] = ([With("天地玄黄1234")], T(0), []),
        ["CRD-02: all three"] = ([With("ab12--__")], T(0), []),

        ["CRD-03: nothing personal"] = ([Candidate, Holder], T(0), []),
        ["CRD-03: the login"] = ([With("xLIwei7!"), Holder], T(0), ["CRD-03 Prohibition login [0h, ∞)"]),
        ["CRD-03: the login with something between"] = ([With("l.i.w.e.i.7!"), Holder], T(0), ["CRD-03 Prohibition login [0h, ∞)"]),
        ["CRD-03: the login reversed"] = ([With("7iewil!!"), Holder], T(0), ["CRD-03 Prohibition loginReversed [0h, ∞)"]),
        ["CRD-03: the name in Chinese"] = ([With("888张伟民!"), Holder], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: the name in Latin letters, the other way round"] = ([With("WeiminZhang1"), Holder], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: a word of the name"] = ([With("zhang-7x7x"), Holder], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: the name with accents and in full width"] = ([With("Zhāng-ＷＥＩＭＩＮ"), Holder], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: a word in sight"] = ([With("telecom-77!"), Holder], T(0), ["CRD-03 Prohibition inSight [0h, ∞)"]),
        ["CRD-03: every ground at once"] = ([With("liwei-iewil-张伟民-19900512-telecom"), Holder], T(0), ["CRD-03 Prohibition birthday [0h, ∞)", "CRD-03 Prohibition inSight [0h, ∞)", "CRD-03 Prohibition login [0h, ∞)", "CRD-03 Prohibition loginReversed [0h, ∞)", "CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: a name of two Chinese characters"] = ([With("xq#李伟!k12"), Holder with { Names = ["李伟"] }], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: a name that is no word"] = ([Candidate, Holder with { Names = ["-"] }], T(0), []),
        ["CRD-03: a name in ß, the password in SS"] = ([With("STRAUSS-2026"), Holder with { Names = ["Strauß"] }], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: a name in ss, the password in ß"] = ([With("strauß-2026"), Holder with { Names = ["Strauss"] }], T(0), ["CRD-03 Prohibition name [0h, ∞)"]),
        ["CRD-03: the birthday in Chinese, without year and zeros"] = ([With("abcd5月2日"), Holder with { Birthday = new LocalDate(1990, 5, 2) }], T(0), ["CRD-03 Prohibition birthday [0h, ∞)"]),
        ["CRD-03: a day that only begins like the birthday"] = ([With("abcd5月21日"), Holder with { Birthday = new LocalDate(1990, 5, 2) }], T(0), []),
        ["CRD-03: a month that only ends like that of the birthday"] = ([With("abcd15月2日"), Holder with { Birthday = new LocalDate(1990, 5, 2) }], T(0), []),
        ["CRD-03: the birthday with a zero before the month alone"] = ([With("xq#1990-05-2!k"), Holder with { Birthday = new LocalDate(1990, 5, 2) }], T(0), ["CRD-03 Prohibition birthday [0h, ∞)"]),
        ["CRD-03: the birthday with a zero before the day alone"] = ([With("xq#02/5/90!k"), Holder with { Birthday = new LocalDate(1990, 5, 2) }], T(0), ["CRD-03 Prohibition birthday [0h, ∞)"]),
        ["CRD-03: nothing of a holder one tick before anyone knows of them"] = ([With("xLIwei7!"), Holder with { KnownSince = T(5) }], T(5, -1), ["CRD-03 Indeterminate for want of AccountHolder [0h, 5h)"]),
        ["CRD-03: a login of two letters is not looked for"] = ([With("tr4velling-"), Holder with { Login = "li" }], T(0), []),
        ["CRD-03: a login of three letters is"] = ([With("tr4velling-"), Holder with { Login = "vel" }], T(0), ["CRD-03 Prohibition login [0h, ∞)"]),
        ["CRD-03: the name before the @ of a login"] = ([With("liwei-77"), Holder with { Login = "liwei@hall3" }], T(0), ["CRD-03 Prohibition login [0h, ∞)"]),
        ["CRD-03: the holder of another account does not matter"] = ([With("7iewil!!"), Holder with { AccountId = "A2" }], T(0), ["CRD-03 Indeterminate for want of AccountHolder [0h, ∞)"]),
        ["CRD-03: indeterminate without the holder"] = ([Candidate], T(0), ["CRD-03 Indeterminate for want of AccountHolder [0h, ∞)"]),
        ["CRD-03: nothing one tick before the candidate"] = ([With("7iewil!!"), Holder], T(0, -1), []),

        ["CRD-04: nothing while the password is fresh"] = ([Account, Set], T(0), []),
        ["CRD-04: nothing one tick before the 90th day begins"] = ([Account, Set], Listed - Duration.Epsilon, []),
        ["CRD-04: refused from the beginning of the 90th day"] = ([Account, Set], Listed, ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: counted anew from a change in time"] = ([Account, Set, Event("E1", Listed - Duration.Epsilon, AccountEventKind.PasswordSet)], Listed, []),
        ["CRD-04: a change when the day has begun is too late"] = ([Account, Set, Event("E1", Listed, AccountEventKind.PasswordSet)], Listed, ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: the area manager takes it off"] = ([Account, Set, Clear(T(2200))], T(2200), []),
        ["CRD-04: refused one tick before it is taken off"] = ([Account, Set, Clear(T(2200))], T(2200, -1), ["CRD-04 Prohibition [2151h, 2200h)"]),
        ["CRD-04: nobody else takes it off"] = ([Account, Set, Clear(T(2200)) with { By = AccountActor.SomeoneElse }], T(2200), ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: nor does it come off by itself"] = ([Account, Set, Clear(T(2200)) with { By = AccountActor.System }], T(2200), ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: nor without a request"] = ([Account, Set, Clear(T(2200)) with { Requested = YesNo.No }], T(2200), ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: indeterminate once nobody knows who took it off"] = ([Account, Set, Clear(T(2200)) with { By = AccountActor.Unknown }], T(2200), ["CRD-04 Indeterminate for want of By [2200h, 4359h)"]),
        ["CRD-04: taken off for certain after a doubt"] = ([Account, Set, Clear(T(2200)) with { By = AccountActor.Unknown }, Clear(T(2201)) with { Id = "X2" }], T(2201), []),
        ["CRD-04: counted anew from when it was taken off"] = ([Account, Set, Clear(T(2200))], T(2200 + (90 * 24)), ["CRD-04 Prohibition [4359h, ∞)"]),
        ["CRD-04: clearing what is not listed changes nothing"] = ([Account, Set, Clear(T(100))], Listed, ["CRD-04 Prohibition [2151h, ∞)"]),
        ["CRD-04: an event of which nobody knows what it was may have been a change"] = ([Account, Set, Event("E1", T(100), AccountEventKind.Unknown)], Listed, ["CRD-04 Indeterminate for want of Kind [2151h, 2247h)"]),
        ["CRD-04: in doubt no longer than either way"] = ([Account, Set, Event("E1", T(100), AccountEventKind.Unknown)], T(2247), ["CRD-04 Prohibition [2247h, ∞)"]),
        ["CRD-04: indeterminate while no password is known to be set"] = ([Account], T(0), ["CRD-04 Indeterminate for want of PasswordSet [0h, ∞)"]),
        ["CRD-04: indeterminate until the first one"] = ([Account, Event("E1", T(5), AccountEventKind.PasswordSet)], T(5, -1), ["CRD-04 Indeterminate for want of PasswordSet [0h, 5h)"]),
        ["CRD-04: nothing long before the 90th day, whatever the zone"] = ([Account with { Zone = Reference.Unknown }, Set], T(0), []),
        ["CRD-04: indeterminate about the 90th day without a zone"] = ([Account with { Zone = Reference.Unknown }, Set], Listed, ["CRD-04 Indeterminate for want of Zone [2111h, 2185h)"]),
        ["CRD-04: indeterminate about the 90th day in a zone that there is not"] = ([Account with { Zone = "Mars/Olympus" }, Set], Listed, ["CRD-04 Indeterminate for want of Zone [2111h, 2185h)"]),
        ["CRD-04: refused long after the 90th day, whatever the zone"] = ([Account with { Zone = Reference.Unknown }, Set], T(2185), ["CRD-04 Prohibition [2185h, ∞)"]),
        ["CRD-04: indeterminate for an account that there is not"] = ([Work], T(0), ["CRD-04 Indeterminate for want of OperatorAccount [0h, ∞)"]),

        ["CRD-05: nothing after four wrong passwords"] = ([Account, .. Wrong(4)], T(4), []),
        ["CRD-05: nothing one tick before the fifth"] = ([Account, .. Wrong(5)], T(5, -1), []),
        ["CRD-05: locked at the fifth"] = ([Account, .. Wrong(5)], T(5), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: locked for good"] = ([Account, .. Wrong(5)], T(10_000), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: a success resets the count"] = ([Account, .. Wrong(4), Event("S", T(4, 1), AccountEventKind.SignedIn), Event("X", T(5), AccountEventKind.WrongPassword)], T(5), []),
        ["CRD-05: after a success four more are not enough"] = ([Account, .. Wrong(4), Event("S", T(4, 1), AccountEventKind.SignedIn), .. Wrong(4, after: 4)], T(8), []),
        ["CRD-05: after a success the fifth locks"] = ([Account, .. Wrong(4), Event("S", T(4, 1), AccountEventKind.SignedIn), .. Wrong(5, after: 4)], T(9), ["CRD-05 Prohibition [9h, ∞)"]),
        ["CRD-05: a session refresh does not"] = ([Account, .. Wrong(4), Event("S", T(4, 1), AccountEventKind.SessionRefreshed), Event("X", T(5), AccountEventKind.WrongPassword)], T(5), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: a password that was set does not"] = ([Account, .. Wrong(4), Event("S", T(4, 1), AccountEventKind.PasswordSet), Event("X", T(5), AccountEventKind.WrongPassword)], T(5), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: a success while locked changes nothing"] = ([Account, .. Wrong(5), Event("S", T(6), AccountEventKind.SignedIn)], T(6), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: locked one tick before it is unlocked"] = ([Account, .. Wrong(5), Unlock], T(9, -1), ["CRD-05 Prohibition [5h, 9h)"]),
        ["CRD-05: unlocked by the area manager"] = ([Account, .. Wrong(5), Unlock], T(9), []),
        ["CRD-05: after an unlocking four more are not enough"] = ([Account, .. Wrong(5), Unlock, .. Wrong(4, after: 9)], T(13), []),
        ["CRD-05: after an unlocking the fifth locks"] = ([Account, .. Wrong(5), Unlock, .. Wrong(5, after: 9)], T(14), ["CRD-05 Prohibition [14h, ∞)"]),
        ["CRD-05: not unlocked by anyone else"] = ([Account, .. Wrong(5), Unlock with { By = AccountActor.SomeoneElse }], T(9), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: not unlocked by itself"] = ([Account, .. Wrong(5), Unlock with { By = AccountActor.System }], T(9), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: not unlocked without a request"] = ([Account, .. Wrong(5), Unlock with { Requested = YesNo.No }], T(9), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: indeterminate once nobody knows who unlocked it"] = ([Account, .. Wrong(5), Unlock with { By = AccountActor.Unknown, Requested = YesNo.Unknown }], T(9), ["CRD-05 Indeterminate for want of By, Requested [9h, ∞)"]),
        ["CRD-05: an unlocking resets the count of what is not locked"] = ([Account, .. Wrong(4), Unlock with { HappenedAt = T(4, 1) }, Event("X", T(5), AccountEventKind.WrongPassword)], T(5), []),
        ["CRD-05: indeterminate when the fifth may have been a wrong password"] = ([Account, .. Wrong(4), Event("X", T(5), AccountEventKind.Unknown)], T(5), ["CRD-05 Indeterminate for want of Kind [5h, ∞)"]),
        ["CRD-05: locked when it does not matter what one was"] = ([Account, .. Wrong(5), Event("X", T(5, 1), AccountEventKind.WrongPassword)], T(6), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: of events at one instant the host's number decides"] = ([Account, .. Wrong(4), Event("A", T(5), AccountEventKind.WrongPassword) with { Sequence = 2 }, Event("B", T(5), AccountEventKind.SignedIn) with { Sequence = 1 }], T(5), []),
        ["CRD-05: and where it is the same, the Id"] = ([Account, .. Wrong(4), Event("A", T(5), AccountEventKind.WrongPassword), Event("B", T(5), AccountEventKind.SignedIn)], T(5), ["CRD-05 Prohibition [5h, ∞)"]),
        ["CRD-05: nothing one tick before the account is opened, whatever its log has"] = ([Account with { OpenedAt = T(9) }, .. Wrong(5)], T(9, -1), []),
        ["CRD-05: locked from then on"] = ([Account with { OpenedAt = T(9) }, .. Wrong(5)], T(9), ["CRD-05 Prohibition [9h, ∞)"]),
        ["CRD-05: another account's wrong passwords do not count"] = ([Account, .. Wrong(4), Event("X", T(5), AccountEventKind.WrongPassword) with { AccountId = "A2" }], T(5), []),

        ["CRD-05: indeterminate for an account that there is not"] = ([Work, .. Wrong(5)], T(5), ["CRD-05 Indeterminate for want of OperatorAccount [0h, ∞)"]),

        ["CRD-06: used 5 passwords ago"] = ([Candidate with { Reuse = PasswordReuse.Ago(5) }], T(0), ["CRD-06 Prohibition [0h, ∞)"]),
        ["CRD-06: used 6 passwords ago"] = ([Candidate with { Reuse = PasswordReuse.Ago(6) }], T(0), []),
        ["CRD-06: the present one"] = ([Candidate with { Reuse = PasswordReuse.Ago(1) }], T(0), ["CRD-06 Prohibition [0h, ∞)"]),
        ["CRD-06: never used"] = ([Candidate], T(0), []),
        ["CRD-06: indeterminate when nobody compared"] = ([Candidate with { Reuse = PasswordReuse.NotCompared }], T(0), ["CRD-06 Indeterminate for want of Reuse [0h, ∞)"]),

        ["CRD-07: no work on the initial password"] = ([Work, Initial], T(0), ["CRD-07 Prohibition [0h, ∞)"]),
        ["CRD-07: nor going on"] = ([Work with { Purpose = SignInPurpose.Continue }, Initial], T(0), ["CRD-07 Prohibition [0h, ∞)"]),
        ["CRD-07: changing it is allowed"] = ([Work with { Purpose = SignInPurpose.ChangePassword }, Initial], T(0), []),
        ["CRD-07: refused one tick before it is changed"] = ([Work, Initial with { Changed = T(3) }], T(3, -1), ["CRD-07 Prohibition [0h, 3h)"]),
        ["CRD-07: allowed once it is changed"] = ([Work, Initial with { Changed = T(3) }], T(3), []),
        ["CRD-07: indeterminate when nobody knows what for"] = ([Work with { Purpose = SignInPurpose.Unknown }, Initial], T(0), ["CRD-07 Indeterminate for want of Purpose [0h, ∞)"]),
        ["CRD-07: indeterminate when nobody knows whether it was changed"] = ([Work, Initial with { Changed = Occurrence.UnknownWhether }], T(0), ["CRD-07 Indeterminate for want of Changed [0h, ∞)"]),
        ["CRD-07: violated from its first use on while it is not changed"] = ([Initial with { FirstUse = T(1) }], T(1), ["CRD-07 Violation [1h, ∞)"]),
        ["CRD-07: violated for good when it is changed later"] = ([Initial with { FirstUse = T(1), Changed = T(1, 1) }], T(2), ["CRD-07 Violation [1h, ∞)"]),
        ["CRD-07: nothing is due one tick before its first use"] = ([Initial with { FirstUse = T(1) }], T(1, -1), []),
        ["CRD-07: met when changed at its first use"] = ([Initial with { FirstUse = T(1), Changed = T(1) }], T(1), ["CRD-07 Met [1h, ∞)"]),
        ["CRD-07: met when changed before"] = ([Initial with { FirstUse = T(2), Changed = T(1) }], T(2), ["CRD-07 Met [2h, ∞)"]),
        ["CRD-07: indeterminate from the issue on when first used nobody knows when"] = ([Initial with { FirstUse = Occurrence.AtUnknownTime }], T(0), ["CRD-07 Indeterminate for want of FirstUse [0h, ∞)"]),
        ["CRD-07: violated when someone made it up"] = ([Initial with { MadeBySystem = YesNo.No }], T(0), ["CRD-07 Violation [0h, ∞)"]),
        ["CRD-07: violated when sent elsewhere"] = ([Initial with { SentToBoundNumber = YesNo.No }], T(0), ["CRD-07 Violation [0h, ∞)"]),
        ["CRD-07: one violation for both"] = ([Initial with { MadeBySystem = YesNo.No, SentToBoundNumber = YesNo.No }], T(0), ["CRD-07 Violation [0h, ∞)"]),
        ["CRD-07: indeterminate when nobody knows who made it"] = ([Initial with { MadeBySystem = YesNo.Unknown }], T(0), ["CRD-07 Indeterminate for want of MadeBySystem [0h, ∞)"]),
        ["CRD-07: indeterminate when nobody knows where it was sent"] = ([Initial with { SentToBoundNumber = YesNo.Unknown }], T(0), ["CRD-07 Indeterminate for want of SentToBoundNumber [0h, ∞)"]),

        ["CRD-08: met by the area manager on request"] = ([Unlock], T(9), ["CRD-08 Met [9h, ∞)"]),
        ["CRD-08: nothing one tick before"] = ([Unlock], T(9, -1), []),
        ["CRD-08: violated by anyone else"] = ([Unlock with { By = AccountActor.SomeoneElse }], T(9), ["CRD-08 Violation [9h, ∞)"]),
        ["CRD-08: violated by what happens by itself"] = ([Clear(T(9)) with { By = AccountActor.System }], T(9), ["CRD-08 Violation [9h, ∞)"]),
        ["CRD-08: violated by a change without a request"] = ([Unlock with { Kind = AccountEventKind.Changed, Requested = YesNo.No }], T(9), ["CRD-08 Violation [9h, ∞)"]),
        ["CRD-08: indeterminate when nobody knows who"] = ([Unlock with { By = AccountActor.Unknown }], T(9), ["CRD-08 Indeterminate for want of By [9h, ∞)"]),
        ["CRD-08: indeterminate when nobody knows of a request"] = ([Unlock with { Requested = YesNo.Unknown }], T(9), ["CRD-08 Indeterminate for want of Requested [9h, ∞)"]),
        ["CRD-08: anyone may set a password"] = ([Set with { By = AccountActor.SomeoneElse }], T(9), []),

        ["CRD-08: indeterminate when someone else did nobody knows what"] = ([Unlock with { Kind = AccountEventKind.Unknown, By = AccountActor.SomeoneElse }], T(9), ["CRD-08 Indeterminate for want of Kind [9h, ∞)"]),
        ["CRD-08: indeterminate when the area manager did nobody knows what, on request"] = ([Unlock with { Kind = AccountEventKind.Unknown }], T(9), ["CRD-08 Indeterminate for want of Kind [9h, ∞)"]),

        ["CRD-09: 6 digits"] = ([Service], T(0), []),
        ["CRD-09: 5 digits"] = ([Service with { Password = new Secret("48291") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: 7 digits"] = ([Service with { Password = new Secret("4829101") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: a letter"] = ([Service with { Password = new Secret("48291O") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: digits of another script"] = ([Service with { Password = new Secret("４８２９１０") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: initial, the last 6 of the document, which may end in X"] = ([FirstService], T(0), []),
        ["CRD-09: initial, something else"] = ([FirstService with { Password = new Secret("482910") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: initial, too few of the last"] = ([FirstService with { Password = new Secret("2345X") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: initial, and there is no document"] = ([FirstService with { IdDocument = null }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: indeterminate when nobody knows whether it is the initial one"] = ([Service with { IsInitial = YesNo.Unknown }], T(0), ["CRD-09 Indeterminate for want of IsInitial [0h, ∞)"]),
        ["CRD-09: wrong either way"] = ([Service with { IsInitial = YesNo.Unknown, Password = new Secret("48291") }], T(0), ["CRD-09 Prohibition [0h, ∞)"]),
        ["CRD-09: right either way"] = ([Service with { IsInitial = YesNo.Unknown, IdDocument = new Secret("110482910") }], T(0), []),

        ["CRD-10: in use at the idle limit"] = ([Account, In(0)], T(0) + Duration.FromMinutes(10), []),
        ["CRD-10: left open one tick later"] = ([Account, In(0)], T(0, 1) + Duration.FromMinutes(10), ["CRD-10 Violation [0h10m+1, ∞)"]),
        ["CRD-10: until it is closed"] = ([Account, In(0), Out(1)], T(1, -1), ["CRD-10 Violation [0h10m+1, 1h)"]),
        ["CRD-10: nothing once it is closed"] = ([Account, In(0), Out(1)], T(1), []),
        ["CRD-10: nothing one tick before the account is opened, whatever its log has"] = ([Account with { OpenedAt = T(1) }, In(0)], T(1, -1), []),
        ["CRD-10: left open from then on"] = ([Account with { OpenedAt = T(1) }, In(0)], T(1), ["CRD-10 Violation [1h, ∞)"]),
        ["CRD-10: used within the limit"] = ([Account, In(0), Event("R", T(0) + Duration.FromMinutes(10), AccountEventKind.SessionRefreshed) with { Place = "Desk 1" }], T(0) + Duration.FromMinutes(20), []),
        ["CRD-10: going on in time"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0)], T(0) + Duration.FromMinutes(10), []),
        ["CRD-10: not going on after the limit"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0)], T(0, 1) + Duration.FromMinutes(10), ["CRD-10 Prohibition [0h10m+1, ∞)"]),
        ["CRD-10: not going on at another place"] = ([Work with { Purpose = SignInPurpose.Continue, Place = "Desk 2" }, In(0)], T(0), ["CRD-10 Prohibition [-∞, ∞)"]),
        ["CRD-10: indeterminate going on nobody knows where"] = ([Work with { Purpose = SignInPurpose.Continue, Place = Reference.Unknown }, In(0)], T(0), ["CRD-10 Indeterminate for want of Place [0h, 0h10m+1)"]),
        ["CRD-10: indeterminate going on after a closing nobody knows where"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }], T(0, 5), ["CRD-10 Indeterminate for want of Place [0h+5, 0h10m+1)"]),
        ["CRD-10: certain until then"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }], T(0, 4), []),
        ["CRD-10: indeterminate going on after nobody knows what"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0), Doubtful(5)], T(0, 5), ["CRD-10 Indeterminate for want of Kind [0h+5, 0h10m+6)"]),
        ["CRD-10: not going on once both ways have lapsed"] = ([Work with { Purpose = SignInPurpose.Continue }, In(0), Doubtful(5)], T(0, 6) + Duration.FromMinutes(10), ["CRD-10 Prohibition [0h10m+6, ∞)"]),
        ["CRD-10: indeterminate left open after a closing nobody knows where"] = ([Account, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }], T(1), ["CRD-10 Indeterminate for want of Place [0h10m+1, ∞)"]),
        ["CRD-10: indeterminate left open after nobody knows what"] = ([Account, In(0), Doubtful(5)], T(1), ["CRD-10 Indeterminate for want of Kind [0h10m+1, ∞)"]),
        ["CRD-10: left open until a closing nobody knows where"] = ([Account, In(0), Out(1) with { Place = Reference.None }], T(1, -1), ["CRD-10 Violation [0h10m+1, 1h)"]),
        ["CRD-10: indeterminate from then on"] = ([Account, In(0), Out(1) with { Place = Reference.None }], T(1), ["CRD-10 Indeterminate for want of Place [1h, ∞)"]),
        ["CRD-10: certain again once it is closed for certain"] = ([Account, In(0), Doubtful(5), Out(1)], T(1), []),
        ["CRD-10: left open nobody knows where"] = ([Account, In(0) with { Place = Reference.Unknown }], T(1), ["CRD-10 Violation [0h10m+1, ∞)"]),
        ["CRD-10: indeterminate once anything may have closed that"] = ([Account, In(0) with { Place = Reference.Unknown }, Out(1)], T(1), ["CRD-10 Indeterminate for want of Place [1h, ∞)"]),
        ["CRD-10: indeterminate after nobody knows what, nor where"] = ([Account, Doubtful(0) with { Place = Reference.None }], T(1), ["CRD-10 Indeterminate for want of Kind [0h10m+1, ∞)"]),
        ["CRD-10: indeterminate left open while it may be used there, nobody knows where"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0.5), Place = Reference.Unknown }], T(0.5), ["CRD-10 Indeterminate for want of Place [0.5h, 1h-20m+1)"]),
        ["CRD-10: left open one tick before"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0.5), Place = Reference.Unknown }], T(0.5, -1), ["CRD-10 Violation [0h10m+1, 0.5h)"]),
        ["CRD-10: left open nobody knows where, whatever else the log has"] = ([Account, In(0) with { Place = Reference.Unknown }, Event("W", T(1), AccountEventKind.WrongPassword)], T(2), ["CRD-10 Violation [0h10m+1, ∞)"]),
        ["CRD-10: indeterminate left open after nobody knows what, nor where it was"] = ([Account, In(0), Doubtful(5) with { Place = Reference.Unknown }], T(1), ["CRD-10 Indeterminate for want of Kind, Place [0h10m+1, ∞)"]),
        ["CRD-10: indeterminate going on nobody knows where, in use nobody knows where"] = ([Work with { Purpose = SignInPurpose.Continue, Place = Reference.Unknown }, In(0) with { Place = Reference.Unknown }], T(0), ["CRD-10 Indeterminate for want of Place [0h, 0h10m+1)"]),
        ["CRD-10: a computer with a boot password"] = ([Computer with { BootPassword = YesNo.Yes }], T(0), ["CRD-10 Met [0h, ∞)"]),
        ["CRD-10: a computer with a screen saver, nobody knows of a password"] = ([Computer with { BootPassword = YesNo.Unknown, ScreenSaver = YesNo.Yes }], T(0), ["CRD-10 Met [0h, ∞)"]),
        ["CRD-10: a computer with neither"] = ([Computer], T(0), ["CRD-10 Violation [0h, ∞)"]),
        ["CRD-10: indeterminate without a password, nobody knows of a screen saver"] = ([Computer with { ScreenSaver = YesNo.Unknown }], T(0), ["CRD-10 Indeterminate for want of ScreenSaver [0h, ∞)"]),
        ["CRD-10: indeterminate when nobody knows of either"] = ([Computer with { BootPassword = YesNo.Unknown, ScreenSaver = YesNo.Unknown }], T(0), ["CRD-10 Indeterminate for want of BootPassword, ScreenSaver [0h, ∞)"]),

        ["CRD-11: nothing before the work"] = ([Staff], T(2, -1), []),
        ["CRD-11: violated from the work on"] = ([Staff], T(2), ["CRD-11 Violation [2h, ∞)"]),
        ["CRD-11: violated for good when it is signed late"] = ([Staff with { AgreementSigned = T(3) }], T(3), ["CRD-11 Violation [2h, ∞)"]),
        ["CRD-11: met when signed as the work begins"] = ([Staff with { AgreementSigned = T(2) }], T(2), ["CRD-11 Met [2h, ∞)"]),
        ["CRD-11: violated for good when signed a tick later"] = ([Staff with { AgreementSigned = T(2, 1) }], T(9), ["CRD-11 Violation [2h, ∞)"]),
        ["CRD-11: nothing of those who have no customer data"] = ([Staff with { DataWorkBegan = Occurrence.NotHappened }], T(9), []),
        ["CRD-11: indeterminate when nobody knows whether it was signed"] = ([Staff with { AgreementSigned = Occurrence.UnknownWhether }], T(2), ["CRD-11 Indeterminate for want of AgreementSigned [2h, ∞)"]),

        ["CRD-12: refused while in use elsewhere"] = ([Work with { Place = "Desk 2" }, In(0)], T(0), ["CRD-12 Prohibition [0h, 0h10m+1)"]),
        ["CRD-12: allowed at the same place"] = ([Work, In(0)], T(0), []),
        ["CRD-12: allowed once it is closed there"] = ([Work with { Place = "Desk 2" }, In(0), Event("O", T(0, 5), AccountEventKind.SignedOut) with { Place = "Desk 1" }], T(0, 5), []),
        ["CRD-12: indeterminate nobody knows from where"] = ([Work with { Place = Reference.Unknown }, In(0)], T(0), ["CRD-12 Indeterminate for want of Place [0h, 0h10m+1)"]),
        ["CRD-12: indeterminate while in use nobody knows where"] = ([Work, In(0) with { Place = Reference.Unknown }], T(0), ["CRD-12 Indeterminate for want of Place [0h, 0h10m+1)"]),
        ["CRD-12: violated by two places at once"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 7), ["CRD-12 Violation [0h+7, 0h10m+1)"]),
        ["CRD-12: nothing one tick before"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 6), []),
        ["CRD-12: nothing one tick before the account is opened, whatever its log has"] = ([Account with { OpenedAt = T(0, 9) }, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 8), []),
        ["CRD-12: violated from then on"] = ([Account with { OpenedAt = T(0, 9) }, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 9), ["CRD-12 Violation [0h+9, 0h10m+1)"]),
        ["CRD-12: indeterminate for two places, one unknown"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = Reference.Unknown }], T(0, 7), ["CRD-12 Indeterminate for want of Place [0h+7, 0h10m+1)"]),
        ["CRD-12: indeterminate after nobody knows what at the one place"] = ([Account, In(0), Doubtful(5), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 7), ["CRD-12 Indeterminate for want of Kind [0h+7, 0h10m+6)"]),
        ["CRD-12: indeterminate after a closing nobody knows where"] = ([Account, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }, In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 7), ["CRD-12 Indeterminate for want of Place [0h+7, 0h10m+1)"]),
        ["CRD-12: violated until a closing nobody knows where"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }, Out(0) with { HappenedAt = T(0, 9), Place = Reference.None }], T(0, 8), ["CRD-12 Violation [0h+7, 0h+9)"]),
        ["CRD-12: indeterminate from then on"] = ([Account, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }, Out(0) with { HappenedAt = T(0, 9), Place = Reference.None }], T(0, 9), ["CRD-12 Indeterminate for want of Place [0h+9, 0h10m+1)"]),
        ["CRD-12: indeterminate for two sign-ins, both nobody knows where"] = ([Account, In(0) with { Place = Reference.None }, In(0) with { Id = "J", HappenedAt = T(0, 7), Place = Reference.Unknown }], T(0, 7), ["CRD-12 Indeterminate for want of Place [0h+7, 0h10m+1)"]),
        ["CRD-12: nothing for one sign-in nobody knows where"] = ([Account, In(0) with { Place = Reference.None }], T(0), []),
        ["CRD-12: indeterminate from elsewhere after nobody knows what"] = ([Work with { Place = "Desk 2" }, Doubtful(0)], T(0), ["CRD-12 Indeterminate for want of Kind [0h, 0h10m+1)"]),
        ["CRD-12: indeterminate from elsewhere after a closing nobody knows where"] = ([Work with { Place = "Desk 2" }, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }], T(0, 5), ["CRD-12 Indeterminate for want of Place [0h+5, 0h10m+1)"]),
        ["CRD-12: refused for sure while in use at one place, whatever was opened nobody knows where"] = ([Work with { Place = "Desk 2" }, In(0), In(0) with { Id = "J", HappenedAt = T(0, 5), Place = Reference.Unknown }], T(0, 5), ["CRD-12 Prohibition [0h, 0h10m+1)"]),
        ["CRD-12: indeterminate between a closing nobody knows where and the next use"] = ([Work with { Place = "Desk 2" }, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }, Event("R", T(0, 7), AccountEventKind.SessionRefreshed) with { Place = "Desk 1" }], T(0, 6), ["CRD-12 Indeterminate for want of Place [0h+5, 0h+7)"]),
        ["CRD-12: certain again from the use on"] = ([Work with { Place = "Desk 2" }, In(0), Out(0) with { HappenedAt = T(0, 5), Place = Reference.None }, Event("R", T(0, 7), AccountEventKind.SessionRefreshed) with { Place = "Desk 1" }], T(0, 7), ["CRD-12 Prohibition [0h+7, 0h10m+8)"]),
        ["CRD-12: refused wherever from while two places are in use"] = ([Work with { Place = Reference.Unknown }, In(0), In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 7), ["CRD-12 Prohibition [0h+7, 0h10m+1)"]),
        ["CRD-12: one place after the other"] = ([Account, In(0), Event("O", T(0, 7), AccountEventKind.SignedOut) with { Place = "Desk 1" }, In(0) with { Id = "J", HappenedAt = T(0, 7), Place = "Desk 2" }], T(0, 7), []),

        ["CRD-13: a file with an opening password"] = ([File with { OpeningPassword = YesNo.Yes }], T(0), ["CRD-13 Met [0h, ∞)"]),
        ["CRD-13: a file without"] = ([File with { OpeningPassword = YesNo.No }], T(0), ["CRD-13 Violation [0h, ∞)"]),
        ["CRD-13: indeterminate for a file nobody tried"] = ([File], T(0), ["CRD-13 Indeterminate for want of OpeningPassword [0h, ∞)"]),
        ["CRD-13: a safe that is locked, with a keeper"] = ([Safe], T(0), ["CRD-13 Met [0h, ∞)"]),
        ["CRD-13: a safe that is not locked"] = ([Safe with { Locked = YesNo.No }], T(0), ["CRD-13 Violation [0h, ∞)"]),
        ["CRD-13: a safe whose key nobody keeps"] = ([Safe with { KeyKeeper = Reference.None }], T(0), ["CRD-13 Violation [0h, ∞)"]),
        ["CRD-13: indeterminate whose key nobody knows who keeps"] = ([Safe with { KeyKeeper = Reference.Unknown }], T(0), ["CRD-13 Indeterminate for want of KeyKeeper [0h, ∞)"]),

        ["CRD-15: nothing when the check is passed"] = ([Call, Failed with { Passed = YesNo.Yes }], T(1), []),
        ["CRD-15: nothing one tick before the check"] = ([Call, Failed], T(1, -1), []),
        ["CRD-15: the first failure ends the call"] = ([Call, Failed], T(1), ["CRD-15 Pending [1h, ∞)", "CRD-15 Prohibition [1h, ∞)"]),
        ["CRD-15: met when it is ended"] = ([Call with { Ended = T(2) }, Failed], T(2), ["CRD-15 Met [2h, ∞)", "CRD-15 Prohibition [1h, ∞)"]),
        ["CRD-15: met when it was over"] = ([Call with { Ended = T(0) }, Failed], T(1), ["CRD-15 Met [1h, ∞)", "CRD-15 Prohibition [1h, ∞)"]),
        ["CRD-15: passing later does not help"] = ([Call, Failed, Failed with { Id = "K2", CheckedAt = T(2), Passed = YesNo.Yes }], T(2), ["CRD-15 Pending [1h, ∞)", "CRD-15 Prohibition [1h, ∞)"]),
        ["CRD-15: nothing one tick before the call, though a check failed before it"] = ([Call with { BeganAt = T(2) }, Failed], T(2, -1), []),
        ["CRD-15: ended from its beginning on"] = ([Call with { BeganAt = T(2) }, Failed], T(2), ["CRD-15 Pending [2h, ∞)", "CRD-15 Prohibition [2h, ∞)"]),
        ["CRD-15: indeterminate when nobody knows whether it was passed"] = ([Call, Failed with { Passed = YesNo.Unknown }], T(1), ["CRD-15 Indeterminate for want of Passed [1h, ∞)"]),
        ["CRD-15: certain once one has failed"] = ([Call, Failed with { Passed = YesNo.Unknown }, Failed with { Id = "K2", CheckedAt = T(2) }], T(2), ["CRD-15 Pending [2h, ∞)", "CRD-15 Prohibition [2h, ∞)"]),
        ["CRD-15: indeterminate when nobody knows whether it was ended"] = ([Call with { Ended = Occurrence.UnknownWhether }, Failed], T(1), ["CRD-15 Indeterminate for want of Ended [1h, ∞)", "CRD-15 Prohibition [1h, ∞)"]),
    };

    public static TheoryData<string> Descriptions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Clause_FactsAtAnInstant_SaysWhatIsWritten(string description)
    {
        (IFact[] facts, Instant at, string[] expected) = Cases[description];

        Assert.Equal(expected, Said(Probe.Engine, description[..6], at, facts));
    }

    /// <summary>CRD-14 is enforced only once its figure is set.</summary>
    [Fact]
    public void Reminder_Unset_IsNotConfigured()
    {
        Assert.Empty(Said(Probe.Engine, "CRD-14", T(1000), Account));
        Assert.False(Probe.Engine.Catalogue.GetEntry("CRD-14").IsEnforced);
        Assert.True(Reminding.Catalogue.GetEntry("CRD-14").IsEnforced);
    }

    [Theory]
    [InlineData(24, 0, "")]
    [InlineData(24, 1, "CRD-14 Violation [24h+1, 30h)")]
    [InlineData(30, -1, "CRD-14 Violation [24h+1, 30h)")]
    [InlineData(30, 0, "")]
    [InlineData(54, 0, "")]
    [InlineData(54, 1, "CRD-14 Violation [54h+1, ∞)")]
    public void Reminder_Set_IsOverdueOneTickAfter(int hours, int ticks, string expected) => Assert.Equal(
        expected.Length == 0 ? [] : [expected],
        Said(Reminding, "CRD-14", T(hours, ticks), Account, Event("R", T(30), AccountEventKind.Reminded)));

    [Theory]
    [InlineData(24, 1, "CRD-14 Indeterminate for want of Kind [24h+1, 44h+1)")]
    [InlineData(44, 0, "CRD-14 Indeterminate for want of Kind [24h+1, 44h+1)")]
    [InlineData(44, 1, "CRD-14 Violation [44h+1, ∞)")]
    public void Reminder_EntryOfUnknownKind_MayBeOne(int hours, int ticks, string expected) => Assert.Equal(
        [expected],
        Said(Reminding, "CRD-14", T(hours, ticks), Account, Event("R", T(20), AccountEventKind.Unknown)));

    [Theory]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(" ")]
    [InlineData("Ⅷ")]
    [InlineData("½")]
    public void Symbol_OfAnyKind_IsAClass(string symbol)
    {
        Assert.Empty(Said(Probe.Engine, "CRD-02", T(0), With($"abcdefg{symbol}")));
        Assert.Equal(["CRD-02 Prohibition [0h, ∞)"], Said(Probe.Engine, "CRD-02", T(0), With(string.Concat(Enumerable.Repeat(symbol, 8)))));
    }

    /// <summary>No word of these names is long enough to be looked for by itself.</summary>
    [Theory]
    [InlineData("Li Wu Yi", "liwuyi")]
    [InlineData("Li Wu Yi", "yiwuli")]
    [InlineData("Li Wu Yi", "wuyili")]
    [InlineData("Li Wu Yi", "yiliwu")]
    [InlineData("Li-Wu", "wuli")]
    [InlineData("Li·Wu", "wuli")]
    [InlineData("Li.Wu", "wuli")]
    [InlineData("Li,Wu", "wuli")]
    [InlineData("Li'Wu", "wuli")]
    [InlineData("Wu Łi", "liwu")]
    [InlineData("æsir", "aesir")]
    [InlineData("Æsir", "aesir")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("Œuvre", "oeuvre")]
    [InlineData("øyvind", "oyvind")]
    [InlineData("Øyvind", "oyvind")]
    [InlineData("łukasz", "lukasz")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("anđa", "anda")]
    [InlineData("Đura", "dura")]
    [InlineData("ışık", "isik")]
    [InlineData("GROẞ", "gross")]
    [InlineData("groß", "gross")]
    public void Name_InAnyOrderAndSpelling_IsRefused(string name, string password) =>
        Assert.Equal(["CRD-03 Prohibition name [0h, ∞)"], Said(Probe.Engine, "CRD-03", T(0), With($"7#{password}!8"), Holder with { Names = [name] }));

    /// <summary>CRD-04: where the 90th day is after all days, it never comes.</summary>
    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData(null)]
    public void PasswordSet_InTheLastMonthThereIs_IsNeverListed(string? zone)
    {
        Instant set = Instant.FromUtc(9999, 12, 15, 0, 0), asOf = Instant.FromUtc(9999, 12, 31, 12, 0);
        OperatorAccount account = Account with { OpenedAt = set, Zone = zone is null ? Reference.Unknown : zone };

        Assert.DoesNotContain(Probe.Engine.Evaluate(new PolicyCase(account, [Set with { HappenedAt = set }]), asOf).Findings, finding => finding.Standard.Id == "CRD-04");
    }

    [Fact]
    public void Session_InTheLastMinuteThereIs_IsNeverLeftOpen()
    {
        Instant last = Instant.MaxValue - Duration.FromMinutes(1);

        Assert.DoesNotContain(
            Probe.Engine.Evaluate(new PolicyCase(Account with { OpenedAt = last }, [In(0) with { HappenedAt = last }]), Instant.MaxValue).Findings,
            finding => finding.Standard.Id == "CRD-10");
    }

    [Theory]
    [InlineData("19900512")]
    [InlineData("1990-05-12")]
    [InlineData("1990/5/12")]
    [InlineData("1990125")]
    [InlineData("1990.5.12")]
    [InlineData("1990年5月12日")]
    [InlineData("900512")]
    [InlineData("12051990")]
    [InlineData("05121990")]
    [InlineData("12/5/90")]
    [InlineData("5/12/90")]
    [InlineData("19901205")]
    [InlineData("0512")]
    [InlineData("1205")]
    [InlineData("12May1990")]
    [InlineData("may-12")]
    [InlineData("１９９００５１２")]
    [InlineData("١٩٩٠٠٥١٢")]
    public void Birthday_AnyCommonOrder_IsRefused(string birthday) =>
        Assert.Equal(["CRD-03 Prohibition birthday [0h, ∞)"], Said(Probe.Engine, "CRD-03", T(0), With($"xq#{birthday}!k"), Holder));

    [Theory]
    [InlineData("19900513")]
    [InlineData("1990")]
    [InlineData("13May")]
    public void Birthday_AnotherDay_IsNot(string birthday) =>
        Assert.Empty(Said(Probe.Engine, "CRD-03", T(0), With($"xq#{birthday}!k"), Holder));

    /// <summary>All reasons at once.</summary>
    [Fact]
    public void Candidate_WrongInEveryWay_IsDeniedOnAllGrounds()
    {
        RequestDecision decision = Probe.Engine.EvaluateRequest(new PolicyCase(With("liwei") with { Reuse = PasswordReuse.Ago(1) }, Holder), T(0));

        Assert.Equal(RequestOutcome.Denied, decision.Outcome);
        Assert.Equal(
            ["CRD-01 Prohibition tooShort [0h, ∞)", "CRD-02 Prohibition [0h, ∞)", "CRD-03 Prohibition login [0h, ∞)", "CRD-06 Prohibition [0h, ∞)"],
            decision.Deciding.Select(Words).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Candidate_Good_IsAllowed() => Assert.Equal(RequestOutcome.Allowed, Probe.Engine.EvaluateRequest(new PolicyCase(Candidate, Holder), T(0)).Outcome);

    [Fact]
    public void SignIn_InOrder_IsAllowed() => Assert.Equal(RequestOutcome.Allowed, Probe.Engine.EvaluateRequest(new PolicyCase(Work, Account, Set), T(0)).Outcome);

    [Fact]
    public void SignIn_LockedAndListed_IsDeniedForBoth() => Assert.Equal(
        ["CRD-04", "CRD-05"],
        Probe.Engine.EvaluateRequest(new PolicyCase(Work, [Account, Set, .. Wrong(5)]), Listed).Deciding.Select(finding => finding.Standard.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void SignIn_InUseElsewhere_IsDeferredUntilItLapses() =>
        Assert.Equal(T(0, 1) + Duration.FromMinutes(10), Probe.Engine.EvaluateRequest(new PolicyCase(Work with { Place = "Desk 2" }, Account, Set, In(0)), T(0)).Until);

    /// <summary>S29: late is late for good, with the instant at which it was done.</summary>
    [Fact]
    public void DoneLate_AgreementOrInitialPassword_IsSaidWithTheInstant()
    {
        Assert.Equal(T(3), Late("CRD-11", Staff with { AgreementSigned = T(3) }));
        Assert.Equal(T(3), Late("CRD-07", Initial with { FirstUse = T(2), Changed = T(3) }));

        static Instant? Late(string standard, IFact fact)
        {
            Finding finding = Assert.Single(Probe.Engine.Evaluate(fact, T(9)).Findings, finding => finding.Standard.Id == standard);
            Assert.Equal(FindingKind.Violation, finding.Kind);
            return finding.Margin.Done;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Beforehand_BegunNobodyKnowsWhen_IsIndeterminateForThat(int hours)
    {
        Assert.Equal([nameof(InitialPassword.FirstUse)], Missing(Initial with { FirstUse = Occurrence.AtUnknownTime }));
        Assert.Equal([nameof(StaffMember.DataWorkBegan)], Missing(Staff with { DataWorkBegan = Occurrence.AtUnknownTime }));

        IReadOnlyList<string> Missing(IFact fact) => Assert.Single(Probe.Engine.Evaluate(fact, T(hours)).Findings, finding => finding.Kind == FindingKind.Indeterminate).MissingInputs;
    }

    /// <summary>What stands months ahead neither denies nor defers; another account of the case does neither.</summary>
    [Fact]
    public void SignIn_BlacklistedInMonthsOrAnotherAccountLocked_IsAllowed()
    {
        Assert.Equal(RequestOutcome.Allowed, Probe.Engine.EvaluateRequest(new PolicyCase(Work, Account, Set), Listed - Duration.Epsilon).Outcome);
        Assert.Equal(
            RequestOutcome.Allowed,
            Probe.Engine.EvaluateRequest(new PolicyCase(Work, [Account, Set, Account with { Id = "A2" }, .. Wrong(5).Select(e => e with { AccountId = "A2" })]), T(5)).Outcome);
    }

    /// <summary>An unlocking by nobody knows whom leaves the answer open only where the account was locked.</summary>
    [Theory]
    [InlineData(4, RequestOutcome.Allowed)]
    [InlineData(5, RequestOutcome.Indeterminate)]
    public void SignIn_UnlockedByNobodyKnowsWhom_IsAsAllWaysSay(int wrong, RequestOutcome outcome) => Assert.Equal(
        outcome,
        Probe.Engine.EvaluateRequest(new PolicyCase(Work, [Account, Set, .. Wrong(wrong), Unlock with { By = AccountActor.Unknown }]), T(9)).Outcome);

    [Fact]
    public void SignIn_FamilySwitchedOff_IsNotApplicable()
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.Add("CRD");
        RequestDecision decision = PolicyEngine.Create(ServiceStandards.Default, options).EvaluateRequest(new PolicyCase(Work, [Account, Set, .. Wrong(5)]), T(9));

        Assert.Equal(RequestOutcome.NotApplicable, decision.Outcome);
        Assert.Empty(decision.Deciding);
        Assert.StartsWith("Not applicable", decision.Describe(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.StartsWith("不适用", decision.Describe(System.Globalization.CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
    }

    /// <summary>Whichever of the two clauses is enforced, wrong passwords for an account that nobody knows are not passed over.</summary>
    [Theory]
    [InlineData("CRD-04")]
    [InlineData("CRD-05")]
    public void SignIn_UnknownAccountWithoutOneClause_IsIndeterminateByTheOther(string off)
    {
        PolicyEngineOptions options = new();
        options.SwitchedOff.Add(off);
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default, options);

        Assert.Equal(RequestOutcome.Indeterminate, engine.EvaluateRequest(new PolicyCase(Work, Wrong(5)), T(5)).Outcome);
    }

    [Fact]
    public void SignIn_UnknownAccountOrZone_IsIndeterminate()
    {
        Assert.Equal(RequestOutcome.Indeterminate, Probe.Engine.EvaluateRequest(Work, T(0)).Outcome);
        Assert.Equal(RequestOutcome.Indeterminate, Probe.Engine.EvaluateRequest(new PolicyCase(Work, Account with { Zone = Reference.None }, Set), Listed).Outcome);
    }

    [Fact]
    public void Check_ImpossibleFacts_AreRefused()
    {
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Call with { Ended = T(-1) }, T(0)));
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Initial with { Changed = T(-1) }, T(0)));
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Holder with { Names = [] }, T(0)));
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Candidate with { Password = null! }, T(0)));
        Assert.Throws<InvalidFactException>(() => Probe.Engine.Evaluate(Service with { Password = null! }, T(0)));
    }

    internal static string Words(Finding finding) =>
        finding.Class is { } ground ? Text(finding).Replace($"{finding.Kind} ", $"{finding.Kind} {ground} ", StringComparison.Ordinal) : Text(finding);

    private static string[] Said(PolicyEngine engine, string standard, Instant at, params IFact[] facts)
    {
        PolicyCase @case = Arbitraries.CaseOf(facts);
        string[] said = Of(engine.Evaluate(@case, at)), timeline = Of(engine.Timeline(@case, Probe.Window).At(at));
        return said.SequenceEqual(timeline) ? said : [.. said, "but the timeline", .. timeline];

        string[] Of(PolicyDecision decision) => [.. decision.Findings.Where(finding => finding.Standard.Id == standard).Select(Words).Order(StringComparer.Ordinal)];
    }

    private static PasswordCandidate With(string password) => Candidate with { Password = new Secret(password) };

    private static AccountEvent Event(string id, Instant at, AccountEventKind kind) => new() { Id = id, AccountId = "A1", HappenedAt = at, Kind = kind };

    private static AccountEvent Clear(Instant at) => Event("X", at, AccountEventKind.TakenOffBlacklist) with { By = AccountActor.AreaManager, Requested = YesNo.Yes };

    private static AccountEvent In(int hours) => Event("I", T(hours), AccountEventKind.SignedIn) with { Place = "Desk 1" };

    private static AccountEvent Doubtful(int ticks) => Event("D", T(0, ticks), AccountEventKind.Unknown) with { Place = "Desk 1" };

    private static AccountEvent Out(int hours) => Event("O", T(hours), AccountEventKind.SignedOut) with { Place = "Desk 1" };

    private static IEnumerable<AccountEvent> Wrong(int count, int after = 0) => Enumerable.Range(after + 1, count).Select(hour => Event($"W{hour}", T(hour), AccountEventKind.WrongPassword));
}

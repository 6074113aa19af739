using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Tests.Credentials;

/// <summary>Generators of account histories: few instants, so that events meet, some of them 90 days apart.</summary>
public static class AccountHistories
{
    private static readonly Duration[] Offsets =
    [
        .. Enumerable.Range(0, 12).Select(minutes => Duration.FromMinutes(minutes)),
        Duration.FromMinutes(10) + Duration.Epsilon,
        .. new[] { 89, 90, 91, 179, 180, 181 }.Select(days => Duration.FromDays(days) - Duration.FromHours(9)),
    ];

    private static readonly AccountEventKind[] OfSessions =
    [
        AccountEventKind.SignedIn, AccountEventKind.SignedIn, AccountEventKind.SessionRefreshed, AccountEventKind.SignedOut, AccountEventKind.SignedOut, AccountEventKind.Unknown,
    ];

    public static Arbitrary<AccountHistory> Histories() => Arb.From(HistoryGen, Shrink);

    private static Gen<AccountHistory> HistoryGen { get; } =
        from doubtful in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from sessions in Gen.Elements(false, true)
        from length in Gen.Choose(0, sessions ? 9 : 24)
        from events in Gen.ArrayOf(EventGen(doubtful, sessions), length)
        select new AccountHistory([.. events.Select((@event, number) => @event with { Id = $"E{number:00}" })]);

    private static Gen<AccountEvent> EventGen(bool doubtful, bool sessions) =>
        from kind in sessions ? Gen.Elements(OfSessions.Where(kind => doubtful || kind != AccountEventKind.Unknown)) : Gen.Frequency(
            (8, Gen.Constant(AccountEventKind.WrongPassword)),
            (1, Gen.Elements(Enum.GetValues<AccountEventKind>().Where(kind => doubtful || kind != AccountEventKind.Unknown))))
        from actor in Gen.Elements(doubtful ? Enum.GetValues<AccountActor>() : [AccountActor.AreaManager, AccountActor.AreaManager, AccountActor.SomeoneElse, AccountActor.System])
        from requested in Gen.Elements(doubtful ? Enum.GetValues<YesNo>() : [YesNo.Yes, YesNo.Yes, YesNo.No])
        from place in doubtful ? Gen.Frequency((6, Gen.Elements<Reference>("Desk 1", "Desk 2")), (1, Gen.Elements(Reference.None, Reference.Unknown))) : Gen.Elements<Reference>("Desk 1", "Desk 2")
        from offset in Gen.Elements(Offsets)
        from sequence in Gen.Choose(0, 2)
        select new AccountEvent
        {
            Id = string.Empty,
            AccountId = "A1",
            HappenedAt = Arbitraries.Origin + offset,
            Sequence = sequence,
            Kind = kind,
            By = actor,
            Requested = requested,
            Place = place,
        };

    private static IEnumerable<AccountHistory> Shrink(AccountHistory value)
    {
        for (int i = 0; i < value.Events.Count; i++)
        {
            yield return new AccountHistory([.. value.Events.Where((_, at) => at != i)]);
        }
    }
}

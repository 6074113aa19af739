using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Rules;
using Xunit;
using static ServicePolicy.Tests.GoldenCase;

namespace ServicePolicy.Tests.Rules;

/// <summary>An automaton says of unknown events what every way in which they may have been says.</summary>
public sealed class AutomatonTests
{
    private static readonly AccountEventKind[] Kinds = [AccountEventKind.Unknown, AccountEventKind.WrongPassword, AccountEventKind.SignedIn, AccountEventKind.Unlocked, AccountEventKind.SignedOut];
    private static readonly Automaton<AccountEvent, int> Count = new(0, Next);

    // On at a sign-in, off at a sign-out, and off by itself after two hours.
    private static readonly Automaton<AccountEvent, bool> Switch = new Automaton<AccountEvent, bool>(false, (_, e) => e.Kind switch
    {
        AccountEventKind.SignedIn => true,
        AccountEventKind.SignedOut => false,
        _ => null,
    }).Lapsing(true, false, since => since + Duration.FromHours(2));

    [Property(MaxTest = 200)]
    public Property Follow_UnknownEvents_SaysWhatEveryCompletionSays() => Prop.ForAll(Events, events =>
    {
        Truth three = Count.Follow(events, T(0)).While(count => count == 3), on = Switch.Follow(events, T(0)).While(isOn => isOn);
        AccountEvent[][] ways = [.. Completions(events)];
        for (int hour = 0; hour < 12; hour++)
        {
            Assert.Equal((hour, Agreed(ways.Select(way => Counted(way, T(hour)) == 3))), (hour, three.At(T(hour))));
            Assert.Equal((hour, Agreed(ways.Select(way => IsOn(way, T(hour))))), (hour, on.At(T(hour))));
        }
    });

    [Fact]
    public void Follow_UnknownAttribute_NamesThoseThatMatter()
    {
        Truth three = Count.Follow([Event(1), Event(2), Event(3, AccountEventKind.Unknown) with { By = AccountActor.AreaManager, Requested = YesNo.Yes }], T(0)).While(count => count == 3);

        Assert.Equal(YesNo.No, three.At(T(2)));
        Assert.Equal(YesNo.Unknown, three.At(T(3)));
        Assert.Equal(["Kind"], three.MissingAt(T(3)));
    }

    [Fact]
    public void Follow_EventThatMayNotCount_MayChangeNothing()
    {
        Truth three = Count.Follow([Event(1), Event(2), Event(3) with { Place = Reference.Unknown }], T(0), e => e.Place.Is("Desk")).While(count => count == 3);

        Assert.Equal(YesNo.Unknown, three.At(T(3)));
        Assert.Equal(["Place"], three.MissingAt(T(3)));
    }

    [Fact]
    public void Follow_EventsBeforeTheBeginning_DoNotCount() =>
        Assert.Equal(YesNo.No, Count.Follow([Event(1), Event(2), Event(3)], T(2)).While(count => count == 3).At(T(9)));

    /// <summary>A lapse known to a range is unknown in it, for want of what is named.</summary>
    [Theory]
    [InlineData(1, YesNo.No)]
    [InlineData(2, YesNo.Unknown)]
    [InlineData(4, YesNo.Yes)]
    public void Lapsing_KnownToARange_IsUnknownInIt(int hour, YesNo expected)
    {
        Truth off = new Automaton<AccountEvent, bool>(true, (_, _) => null)
            .Lapsing(true, false, since => Occurrence.Between(since + Duration.FromHours(2), since + Duration.FromHours(4)), "Zone")
            .Follow([], T(0)).While(isOn => !isOn);

        Assert.Equal(expected, off.At(T(hour)));
        Assert.Equal(expected == YesNo.Unknown ? ["Zone"] : [], off.MissingAt(T(hour)));
    }

    /// <summary>Twice as many doubtful events ask the automaton twice as often, and not four times.</summary>
    [Fact]
    public void Follow_TwiceAsManyDoubtfulEvents_AsksTwiceAsOften()
    {
        Assert.InRange(Asked(4000), 1, 4000 * 1000);
        Assert.Equal(2.0, (double)Asked(4000) / Asked(2000), 0.1);

        static int Asked(int events)
        {
            int asked = 0;
            Automaton<AccountEvent, bool> counting = new Automaton<AccountEvent, bool>(false, (_, e) =>
            {
                asked++;
                return e.Kind == AccountEventKind.SignedIn ? true : null;
            }).Lapsing(true, false, since => since + Duration.FromDays(9000));
            counting.Follow(Enumerable.Range(0, events).Select(hour => Event(hour, AccountEventKind.Unknown)), T(0));
            return asked;
        }
    }

    /// <summary>Sessions at as many places as there are sign-ins cost what they weigh.</summary>
    [Fact]
    public void Sessions_TwiceAsManyPlaces_TakeTwiceTheRoom()
    {
        Room(100);
        Assert.InRange((double)Room(8000) / Room(4000), 1.5, 2.5);

        static long Room(int places)
        {
            AccountEvent[] events = [.. Enumerable.Range(0, places).Select(number => Event(0, AccountEventKind.SignedIn) with { Id = $"E{number}", HappenedAt = T(0, number), Place = number % 10 == 0 ? Reference.Unknown : $"Desk {number}" })];
            long before = GC.GetAllocatedBytesForCurrentThread();
            Sessions sessions = new(events, new ServicePolicy.Time.TimeLimit(Duration.FromMinutes(10)));
            Assert.Equal(YesNo.Yes, sessions.Shared.At(T(0, places)));
            Assert.Equal(YesNo.Yes, sessions.LeftOpen.At(T(1)));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void AtLeast_SeveralTruths_CountsWhatIsSoAndWhatMayBe()
    {
        Truth two = Truth.AtLeast(2, [Truth.From(T(1)), Truth.From(T(3)), Truth.From(Occurrence.Between(T(2), T(4)), "Late")]);

        Assert.Equal([YesNo.No, YesNo.Unknown, YesNo.Yes], Enumerable.Range(1, 3).Select(hour => two.At(T(hour))));
        Assert.Equal(["Late"], two.MissingAt(T(2)));
    }

    private static Arbitrary<AccountEvent[]> Events { get; } = Arb.From(
        from length in Gen.Choose(0, 6)
        from kinds in Gen.ArrayOf(Gen.Elements(Kinds), length)
        from actors in Gen.ArrayOf(Gen.Elements(AccountActor.Unknown, AccountActor.AreaManager, AccountActor.System), length)
        from hours in Gen.ArrayOf(Gen.Choose(0, 8), length)
        where kinds.Count(kind => kind == AccountEventKind.Unknown) < 4
        select hours.Order().Select((hour, number) => Event(hour, kinds[number]) with { Id = $"E{number}", By = actors[number], Requested = YesNo.Yes }).ToArray());

    // Three in a row; the manager's unlocking ends it, and a sign-in before that.
    private static int? Next(int count, AccountEvent e) => e.Kind switch
    {
        AccountEventKind.WrongPassword when count < 3 => count + 1,
        AccountEventKind.SignedIn when count < 3 => 0,
        AccountEventKind.Unlocked when e.By == AccountActor.AreaManager && e.Requested == YesNo.Yes => 0,
        _ => null,
    };

    private static int Counted(AccountEvent[] events, Instant t) => events.Where(e => e.HappenedAt <= t).Aggregate(0, (count, e) => Next(count, e) ?? count);

    private static bool IsOn(AccountEvent[] events, Instant t) =>
        events.LastOrDefault(e => e.HappenedAt <= t && e.Kind is (AccountEventKind.SignedIn or AccountEventKind.SignedOut)) is { Kind: AccountEventKind.SignedIn } last && t < last.HappenedAt + Duration.FromHours(2);

    private static IEnumerable<AccountEvent[]> Completions(AccountEvent[] events)
    {
        IEnumerable<AccountEvent[]> ways = [[]];
        foreach (AccountEvent e in events)
        {
            ways = [.. from way in ways
                       from kind in e.Kind == AccountEventKind.Unknown ? Kinds[1..] : [e.Kind]
                       from actor in e.By == AccountActor.Unknown ? [AccountActor.AreaManager, AccountActor.System] : new[] { e.By }
                       select (AccountEvent[])[.. way, e with { Kind = kind, By = actor }]];
        }

        return ways;
    }

    private static YesNo Agreed(IEnumerable<bool> ways)
    {
        bool[] all = [.. ways.Distinct()];
        return all.Length > 1 ? YesNo.Unknown : all[0].ToYesNo();
    }

    private static AccountEvent Event(int hour, AccountEventKind kind = AccountEventKind.WrongPassword) =>
        new() { Id = $"E{hour}", AccountId = "A1", HappenedAt = T(hour), Kind = kind };
}

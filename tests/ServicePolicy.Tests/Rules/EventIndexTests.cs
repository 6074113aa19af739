using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>The first event of a period by an index is what looking through all of them finds (S27).</summary>
public sealed class EventIndexTests
{
    private static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 0, 0);

    [Property]
    public void First_OfAPeriod_IsThatOfALookThroughAll((byte Kind, byte From, byte Length)[] events, byte start, byte length)
    {
        Occurrence[] all = [.. (events ?? []).Select(each => Event(each.Kind % 6, At(each.From % 20), At((each.From % 20) + (each.Length % 5))))];
        Interval period = new(At(start % 20), At((start % 20) + 1 + (length % 10)));

        Occurrence naive = all.Aggregate(Occurrence.NotHappened, (first, each) => first.Or(each.Since(period.Start).By(period.End - Duration.Epsilon)));

        Assert.Equal(naive, new EventIndex(all).First(period));
    }

    private static Instant At(int ticks) => Base + Duration.FromNanoseconds(ticks);

    private static Occurrence Event(int kind, Instant from, Instant to) => kind switch
    {
        0 => Occurrence.NotHappened,
        1 => Occurrence.UnknownWhether,
        2 => Occurrence.Between(from, to),
        3 => Occurrence.Between(from, to).Perhaps(),
        _ => Occurrence.At(from),
    };
}

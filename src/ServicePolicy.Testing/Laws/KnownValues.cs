using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Inspection;
using ServicePolicy.Privacy;
using ServicePolicy.Time;

namespace ServicePolicy.Testing.Laws;

/// <summary>Values of properties by their type, all of them known; events are left for later.</summary>
/// <remarks>A case has few members of each enumeration, so that facts of one kind come together.</remarks>
internal sealed class KnownValues(Random random)
{
    private static readonly Duration[] Lengths =
    [
        Duration.Epsilon, Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1), Duration.FromHours(8), Duration.FromDays(1), Duration.FromDays(31),
    ];

    private static readonly decimal[] Amounts = [0, 10, 10, 40, 50, 50.01m, 80, 100, 33.33m];

    private static readonly int[] Counts = [0, 1, 2, 3, 3, 4, 5];

    private readonly Dictionary<FactSlot, object[]> few = [];

    /// <summary>A value, or nothing for what may be absent.</summary>
    public object? Of(FactSlot slot, Instant opened) =>
        slot.IsOptional && !slot.LeavesOpenWhenAbsent && random.Next(3) == 0 ? null : Value(slot, opened);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private object Value(FactSlot slot, Instant opened) => slot.Type switch
    {
        var type when slot.Domain.Named(slot.Name) is { } named && named.All(type.IsInstanceOfType) && type != typeof(string) => One(named),
        { IsEnum: true } => One(Few(slot)),
        var type when type == typeof(Occurrence) => Occurrence.NotHappened,
        var type when type == typeof(Reference) => random.Next(4) == 0 && !slot.LeavesOpenWhenAbsent ? Reference.None : Reference.To(Text(slot)),
        var type when Members.KnownOf(type) is { Count: > 0 } members => One(members),
        var type when type == typeof(string) => Text(slot),
        var type when type == typeof(Instant) => opened + One(Lengths),
        var type when type == typeof(Interval) => new Interval(opened, opened + One(Lengths)),
        var type when type == typeof(IntervalSet) => random.Next(3) > 0 ? IntervalSet.Empty : Pause(opened),
        var type when type == typeof(Duration) => One(Lengths),
        var type when type == typeof(Money) => Money.Cny(One(Amounts)),
        var type when type == typeof(int) => One(Counts),
        var type when type == typeof(long) => (long)random.Next(2),
        var type when type == typeof(decimal) => One(Counts) + (random.Next(4) == 0 ? 0.5m : 0),
        var type when type == typeof(LocalDate) => One(slot.Domain.Days(slot.Name)),
        var type when type == typeof(Secret) => One(slot.Domain.SecretsOf(slot.Name)),
        var type when type == typeof(ImmutableArray<string>) => slot.Domain.Texts(slot.Name).ToImmutableArray(),
        var type when type == typeof(ImmutableArray<ScoreSection>) => random.Next(3) > 0 ? ImmutableArray<ScoreSection>.Empty : [ScoreSection.Conduct],
        var type when type == typeof(ImmutableArray<DataKind>) => Enumerable.Range(0, random.Next(1, 3)).Select(_ => (DataKind)One(Members.KnownOf(typeof(DataKind)))).ToImmutableArray(),
        var type => throw new NotSupportedException($"Property '{slot.Name}' is of type '{type}', of which no value is known. Tell some by {nameof(FactDomain)}.{nameof(FactDomain.WithValues)}."),
    };

    private object[] Few(FactSlot slot)
    {
        if (!few.TryGetValue(slot, out object[]? members))
        {
            members = [.. Members.KnownOf(slot.Type)];
            random.Shuffle(members);
            few.Add(slot, members = members[..Math.Min(members.Length, 1 + random.Next(3))]);
        }

        return members;
    }

    private string Text(FactSlot slot)
    {
        IReadOnlyList<string> values = slot.Domain.Texts(slot.Name);
        return One(random.Next(4) > 0 ? [values[0]] : values);
    }

    private IntervalSet Pause(Instant opened)
    {
        Instant start = opened + One(Lengths);
        return IntervalSet.Of(new Interval(start, random.Next(3) == 0 ? null : start + One(Lengths)));
    }
}

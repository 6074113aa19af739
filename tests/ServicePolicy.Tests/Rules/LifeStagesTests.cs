using NodaTime;
using ServicePolicy.Evaluation;
using Xunit;

namespace ServicePolicy.Tests.Rules;

/// <summary>S6 on ranges (S26, S27): at each instant may be said what one of the instants that trigger, done and void may have has said, and nothing else.</summary>
public sealed class LifeStagesTests
{
    private const int Ticks = 14;

    [Fact]
    public void Stages_AnyRanges_AreWhatTheInstantsWithinThemSay()
    {
        Dictionary<Possible, int> seen = [];
        for (int seed = 0; seed < 20_000; seed++)
        {
            Random random = new(seed);
            (int warn, int limit, bool isViolation) = random.Next(5) switch { 0 => (0, 0, true), 1 => (1, 2, false), 2 => (3, 5, false), 3 => (0, 3, false), _ => (0, 0, false) };
            (int From, int To, bool MayBeAbsent) trigger = Range(random), done = Range(random), ended = random.Next(2) == 0 ? (0, -1, true) : Range(random);
            Occurrence from = Of(trigger);
            Life life = new()
            {
                From = from,
                Until = Of(done),
                Void = isViolation ? Occurrence.NotHappened : Of(ended),
                FirstWarning = Later(from.From, warn),
                LastWarning = Later(from.To, warn),
                FirstDue = Later(from.From, limit),
                LastDue = Later(from.To, limit),
                IsViolation = isViolation,
            };
            List<(Instant Start, Instant End, Possible Possible)> stages = life.Stages();

            for (int at = -1; at < Ticks; at++)
            {
                Possible expected = Possible.None;
                foreach (int? f in Instants(trigger))
                {
                    foreach (int? u in Instants(done))
                    {
                        foreach (int? v in isViolation ? [null] : Instants(ended))
                        {
                            expected |= Says(at, f, u, v, warn, limit, isViolation);
                        }
                    }
                }

                Possible actual = stages.Where(stage => At(at) >= stage.Start && At(at) < stage.End).Select(stage => stage.Possible).SingleOrDefault(Possible.Nothing);
                Assert.True(expected == actual, $"seed {seed}: at {at} it may be {expected}, not {actual}: {trigger}, done {done}, void {ended}, {warn} of {limit}.");
                seen[actual] = seen.GetValueOrDefault(actual) + 1;
            }
        }

        Assert.True(seen.Count > 20, $"{seen.Count} different possibilities are too few to tell.");
    }

    /// <summary>The table of S6: from the trigger, from the warning on, once done in time, one tick after due; nothing once it is void, neither done nor late.</summary>
    private static Possible Says(int at, int? from, int? done, int? ended, int warn, int limit, bool isViolation)
    {
        if (from is not { } trigger || at < trigger)
        {
            return Possible.Nothing;
        }

        int due = trigger + limit;
        bool isVoid = ended <= due && !(done <= ended);
        return isVoid && at >= ended ? Possible.Nothing
            : done <= due && at >= done ? Possible.Met
            : isViolation ? (done <= due ? Possible.Met : Possible.Violated)
            : at > due ? Possible.Breached
            : at >= trigger + warn ? Possible.AtRisk
            : Possible.Pending;
    }

    private static (int From, int To, bool MayBeAbsent) Range(Random random)
    {
        int from = random.Next(8);
        return random.Next(5) == 0 ? (0, -1, true) : (from, from + (random.Next(2) == 0 ? 0 : random.Next(4)), random.Next(4) == 0);
    }

    private static IEnumerable<int?> Instants((int From, int To, bool MayBeAbsent) range) =>
        [.. Enumerable.Range(range.From, range.To - range.From + 1).Select(instant => (int?)instant), .. range.MayBeAbsent ? new int?[] { null } : []];

    private static Occurrence Of((int From, int To, bool MayBeAbsent) range) =>
        range.To < range.From ? Occurrence.NotHappened
        : range.MayBeAbsent ? Occurrence.Between(At(range.From), At(range.To)).Perhaps()
        : Occurrence.Between(At(range.From), At(range.To));

    private static Instant Later(Instant instant, int ticks) => instant == Instant.MaxValue ? instant : instant + Duration.FromNanoseconds(ticks);

    private static Instant At(int tick) => Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromNanoseconds(tick);
}

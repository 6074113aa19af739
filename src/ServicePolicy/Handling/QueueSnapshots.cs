using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>What the snapshots of a hall's queues say together.</summary>
internal static class QueueSnapshots
{
    /// <summary>Whether a snapshot that stands at an instant shows a peak (HND-17); unknown where none stands then.</summary>
    public static YesNo ShowPeak(this IEnumerable<QueueSnapshot> snapshots, Instant at, HandlingStandards figures)
    {
        YesNo[] standing = [.. snapshots.Where(snapshot => snapshot.Covers(at)).Select(snapshot => snapshot.IsPeak(figures))];
        return standing.Length == 0 ? YesNo.Unknown : Answers.AnyOf(standing);
    }
}

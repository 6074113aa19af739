using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>What rules of other engines find, one rule at a time.</summary>
public static class PeerFindings
{
    public static HandFinding Plain(string standard, FindingKind kind, BenchComplaint complaint) =>
        new(standard, kind, FindingState.None, complaint.Id, complaint.ReceivedAt, Instant.MaxValue);

    public static HandFinding Limit(string standard, int hours, BenchComplaint complaint, Occurrence until, Instant at)
    {
        Duration limit = Duration.FromHours(hours);
        Instant from = complaint.ReceivedAt, due = from + limit, warn = from + limit * 3 / 4, late = due + Duration.Epsilon;
        Instant? done = until.Instant;
        bool met = done <= due;
        (FindingState state, Instant start, Instant end) =
            met && at >= done!.Value ? (FindingState.Met, done.Value, Instant.MaxValue)
            : at < warn ? (FindingState.Pending, from, met ? Instant.Min(warn, done!.Value) : warn)
            : at < late ? (FindingState.AtRisk, warn, met ? done!.Value : late)
            : (FindingState.Breached, late, Instant.MaxValue);
        return new HandFinding(standard, FindingKind.Obligation, state, complaint.Id, start, end, from, limit, due, done);
    }

    public static bool IsAtRisk(BenchComplaint complaint, Instant at) => Resolution(complaint, at).State == FindingState.AtRisk;

    public static bool IsBreached(BenchComplaint complaint, Instant at) => Resolution(complaint, at).State == FindingState.Breached;

    public static bool IsEstablished(BenchComplaint complaint, Instant at) => complaint.ErrorEstablished.TryGetInstant(out Instant established) && established <= at;

    public static HandFinding Warned(BenchComplaint complaint, Instant at)
    {
        HandFinding limit = Resolution(complaint, at);
        return new HandFinding("TEN-05", FindingKind.Permission, FindingState.None, complaint.Id, limit.Start, limit.End);
    }

    public static HandFinding Twice(BenchComplaint complaint) =>
        new("TEN-06", FindingKind.Entitlement, FindingState.Owed, complaint.Id, complaint.ErrorEstablished.Instant!.Value, Instant.MaxValue, Amount: complaint.Overcharge * 2);

    public static HandFinding Undetermined(BenchComplaint complaint, Instant at) =>
        new("TEN-07", FindingKind.Entitlement, FindingState.Owed, complaint.Id, Resolution(complaint, at).Start, Instant.MaxValue, Amount: complaint.Overcharge);

    private static HandFinding Resolution(BenchComplaint complaint, Instant at)
    {
        int hours = complaint.CrossProvince ? 72 : complaint.Tier switch
        {
            CustomerTier.Vip => 8,
            CustomerTier.GoTone => 24,
            _ => 48,
        };
        return Limit("TEN-04", hours, complaint, complaint.Resolved, at);
    }
}

using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>The ten rules as straight-line C# that makes a list of records.</summary>
public static class HandList
{
    private static readonly Duration Reply = Duration.FromHours(48);
    private static readonly Duration ReplyWarning = Duration.FromHours(36);
    private static readonly Duration Vip = Duration.FromHours(8);
    private static readonly Duration VipWarning = Duration.FromHours(6);
    private static readonly Duration GoTone = Duration.FromHours(24);
    private static readonly Duration GoToneWarning = Duration.FromHours(18);
    private static readonly Duration Ordinary = Duration.FromHours(48);
    private static readonly Duration OrdinaryWarning = Duration.FromHours(36);
    private static readonly Duration CrossProvince = Duration.FromHours(72);
    private static readonly Duration CrossProvinceWarning = Duration.FromHours(54);

    public static HandDecision Decide(BenchComplaint complaint, Instant at)
    {
        Check(complaint);
        List<HandFinding> findings = [];
        PolicyOutcome outcome = PolicyOutcome.NotApplicable;
        Instant next = Instant.MaxValue;
        if (complaint.Ticket is null)
        {
            Add(new HandFinding("TEN-01", FindingKind.Violation, FindingState.None, complaint.Id, complaint.ReceivedAt, Instant.MaxValue), PolicyOutcome.Violated);
        }

        if (complaint.FiledBy != Filer.AccountHolder)
        {
            Add(new HandFinding("TEN-02", FindingKind.Inadmissible, FindingState.None, complaint.Id, complaint.ReceivedAt, Instant.MaxValue), PolicyOutcome.Inadmissible);
        }
        else
        {
            Limit("TEN-03", Reply, ReplyWarning, complaint.FirstReply);
            (Duration limit, Duration warning) = complaint.CrossProvince ? (CrossProvince, CrossProvinceWarning) : complaint.Tier switch
            {
                CustomerTier.Vip => (Vip, VipWarning),
                CustomerTier.GoTone => (GoTone, GoToneWarning),
                _ => (Ordinary, OrdinaryWarning),
            };
            (FindingState state, Instant from, Instant until) = Limit("TEN-04", limit, warning, complaint.Resolved);
            if (state == FindingState.AtRisk)
            {
                Add(new HandFinding("TEN-05", FindingKind.Permission, FindingState.None, complaint.Id, from, until), PolicyOutcome.NotApplicable);
            }
            else if (state == FindingState.Breached && complaint.Overcharge.Amount > 0)
            {
                Add(new HandFinding("TEN-07", FindingKind.Entitlement, FindingState.Owed, complaint.Id, from, Instant.MaxValue, Amount: complaint.Overcharge), PolicyOutcome.NotApplicable);
            }
        }

        if (complaint.Overcharge.Amount > 0 && complaint.ErrorEstablished.TryGetInstant(out Instant established))
        {
            if (established <= at)
            {
                Add(new HandFinding("TEN-06", FindingKind.Entitlement, FindingState.Owed, complaint.Id, established, Instant.MaxValue, Amount: complaint.Overcharge * 2), PolicyOutcome.NotApplicable);
            }
            else
            {
                next = Instant.Min(next, established);
            }
        }

        return new HandDecision(outcome, next, findings);

        void Add(HandFinding finding, PolicyOutcome own)
        {
            findings.Add(finding);
            outcome = own > outcome ? own : outcome;
        }

        (FindingState State, Instant Start, Instant End) Limit(string standard, Duration limit, Duration warning, Occurrence until)
        {
            Instant from = complaint.ReceivedAt, due = from + limit, warn = from + warning, late = due + Duration.Epsilon;
            Instant? done = until.Instant;
            bool met = done <= due;
            (FindingState state, Instant start, Instant end, PolicyOutcome own) =
                met && at >= done!.Value ? (FindingState.Met, done.Value, Instant.MaxValue, PolicyOutcome.Met)
                : at < warn ? (FindingState.Pending, from, met ? Instant.Min(warn, done!.Value) : warn, PolicyOutcome.Pending)
                : at < late ? (FindingState.AtRisk, warn, met ? done!.Value : late, PolicyOutcome.AtRisk)
                : (FindingState.Breached, late, Instant.MaxValue, PolicyOutcome.Breached);
            next = Instant.Min(next, end);
            Add(new HandFinding(standard, FindingKind.Obligation, state, complaint.Id, start, end, from, limit, due, done), own);
            return (state, start, end);
        }
    }

    public static void Check(BenchComplaint complaint)
    {
        if (complaint.FirstReply.TryGetInstant(out Instant reply) && reply < complaint.ReceivedAt
            || complaint.Resolved.TryGetInstant(out Instant resolved) && resolved < complaint.ReceivedAt
            || complaint.ErrorEstablished.TryGetInstant(out Instant established) && established < complaint.ReceivedAt
            || string.IsNullOrEmpty(complaint.Id))
        {
            throw new ArgumentException($"'{complaint.Id}' cannot be.", nameof(complaint));
        }
    }
}

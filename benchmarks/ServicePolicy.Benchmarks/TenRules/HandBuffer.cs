using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>The ten rules as straight-line C# into the caller's array of structs: as lean as one would write by hand.</summary>
public sealed class HandBuffer
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

    internal HandCell[] Cells { get; } = new HandCell[16];

    public int Count { get; private set; }

    public PolicyOutcome Outcome { get; private set; }

    public Instant Next { get; private set; }

    public void Decide(BenchComplaint complaint, Instant at)
    {
        HandList.Check(complaint);
        HandCell[] cells = Cells;
        int count = 0;
        PolicyOutcome outcome = PolicyOutcome.NotApplicable;
        Instant next = Instant.MaxValue;
        if (complaint.Ticket is null)
        {
            Plain(ref cells[count++], 1, FindingKind.Violation, complaint.ReceivedAt, Instant.MaxValue);
            outcome = PolicyOutcome.Violated;
        }

        if (complaint.FiledBy != Filer.AccountHolder)
        {
            Plain(ref cells[count++], 2, FindingKind.Inadmissible, complaint.ReceivedAt, Instant.MaxValue);
            outcome = outcome > PolicyOutcome.Inadmissible ? outcome : PolicyOutcome.Inadmissible;
        }
        else
        {
            Limit(ref cells[count++], 3, complaint.ReceivedAt, Reply, ReplyWarning, complaint.FirstReply, at, ref outcome, ref next);
            ref HandCell limit = ref cells[count++];
            if (complaint.CrossProvince)
            {
                Limit(ref limit, 4, complaint.ReceivedAt, CrossProvince, CrossProvinceWarning, complaint.Resolved, at, ref outcome, ref next);
            }
            else if (complaint.Tier == CustomerTier.Vip)
            {
                Limit(ref limit, 4, complaint.ReceivedAt, Vip, VipWarning, complaint.Resolved, at, ref outcome, ref next);
            }
            else if (complaint.Tier == CustomerTier.GoTone)
            {
                Limit(ref limit, 4, complaint.ReceivedAt, GoTone, GoToneWarning, complaint.Resolved, at, ref outcome, ref next);
            }
            else
            {
                Limit(ref limit, 4, complaint.ReceivedAt, Ordinary, OrdinaryWarning, complaint.Resolved, at, ref outcome, ref next);
            }

            if (limit.State == FindingState.AtRisk)
            {
                Plain(ref cells[count++], 5, FindingKind.Permission, limit.Start, limit.End);
            }
            else if (limit.State == FindingState.Breached && complaint.Overcharge.Amount > 0)
            {
                Owed(ref cells[count++], 7, limit.Start, complaint.Overcharge);
            }
        }

        if (complaint.Overcharge.Amount > 0 && complaint.ErrorEstablished.TryGetInstant(out Instant established))
        {
            if (established <= at)
            {
                Owed(ref cells[count++], 6, established, complaint.Overcharge * 2);
            }
            else if (established < next)
            {
                next = established;
            }
        }

        Count = count;
        Outcome = outcome;
        Next = next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Plain(ref HandCell cell, int standard, FindingKind kind, Instant start, Instant end)
    {
        cell.Standard = standard;
        cell.Kind = kind;
        cell.State = FindingState.None;
        cell.Start = start;
        cell.End = end;
        cell.HasMargin = false;
        cell.HasDone = false;
        cell.HasAmount = false;
    }

    private static void Owed(ref HandCell cell, int standard, Instant start, Money amount)
    {
        Plain(ref cell, standard, FindingKind.Entitlement, start, Instant.MaxValue);
        cell.State = FindingState.Owed;
        cell.HasAmount = true;
        cell.Amount = amount.Amount;
        cell.Currency = amount.Currency;
    }

    private static void Limit(
        ref HandCell cell,
        int standard,
        Instant from,
        Duration limit,
        Duration warning,
        Occurrence until,
        Instant at,
        ref PolicyOutcome outcome,
        ref Instant next)
    {
        Instant due = from + limit;
        bool happened = until.TryGetInstant(out Instant done);
        bool met = happened && done <= due;
        cell.Standard = standard;
        cell.Kind = FindingKind.Obligation;
        cell.From = from;
        cell.Limit = limit;
        cell.Due = due;
        cell.Done = done;
        cell.HasMargin = true;
        cell.HasDone = happened;
        cell.HasAmount = false;
        PolicyOutcome own;
        if (met && at >= done)
        {
            cell.State = FindingState.Met;
            cell.Start = done;
            cell.End = Instant.MaxValue;
            own = PolicyOutcome.Met;
        }
        else
        {
            Instant warn = from + warning, late = due + Duration.Epsilon;
            if (at < warn)
            {
                cell.State = FindingState.Pending;
                cell.Start = from;
                cell.End = met && done < warn ? done : warn;
                own = PolicyOutcome.Pending;
            }
            else if (at < late)
            {
                cell.State = FindingState.AtRisk;
                cell.Start = warn;
                cell.End = met ? done : late;
                own = PolicyOutcome.AtRisk;
            }
            else
            {
                cell.State = FindingState.Breached;
                cell.Start = late;
                cell.End = Instant.MaxValue;
                own = PolicyOutcome.Breached;
            }

            next = cell.End < next ? cell.End : next;
        }

        outcome = own > outcome ? own : outcome;
    }
}

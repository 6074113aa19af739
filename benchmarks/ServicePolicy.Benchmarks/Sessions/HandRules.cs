using NodaTime;
using NRules.Fluent.Dsl;
using NRules.RuleModel;
using ServicePolicy.Benchmarks.TenRules;
using ServicePolicy.Complaints;
using ServicePolicy.Time;

#pragma warning disable CA1034 // Ten rules on one page are what is compared; each has to be a public class for NRules to find it.

namespace ServicePolicy.Benchmarks.Sessions;

/// <summary>The ten rules as a host writes them in NRules' fluent language; findings are facts that follow their complaint.</summary>
public static class HandRules
{
    /// <summary>Makes the session hold just these findings of a match.</summary>
    internal static void Follow(IContext context, params HandFinding?[] found)
    {
        foreach (object key in context.GetLinkedKeys().ToArray())
        {
            object before = context.GetLinked(key)!;
            if (found[(int)key] != before as HandFinding)
            {
                context.RetractLinked(key, before);
            }
        }

        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] is { } finding && context.GetLinked(i) is null)
            {
                context.InsertLinked(i, finding);
            }
        }
    }

    internal static void Limit(IContext context, string standard, BenchComplaint complaint, TimeLimit limit, Occurrence until)
    {
        Instant from = complaint.ReceivedAt, due = from + limit.Length, warn = from + limit.WarnAfter, late = due + Duration.Epsilon;
        Instant? done = until.Instant;
        bool met = done <= due;
        Instant stop = met ? done!.Value : Instant.MaxValue;
        Follow(
            context,
            Segment(FindingState.Pending, from, Instant.Min(warn, stop)),
            Segment(FindingState.AtRisk, warn, Instant.Min(late, stop)),
            met ? Segment(FindingState.Met, stop, Instant.MaxValue) : null,
            met ? null : Segment(FindingState.Breached, late, Instant.MaxValue));

        HandFinding? Segment(FindingState state, Instant start, Instant end) => start < end
            ? new HandFinding(standard, FindingKind.Obligation, state, complaint.Id, start, end, from, limit.Length, due, done)
            : null;
    }

    public sealed class Recorded : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.Ticket == null);
            Then().Do(context => Follow(context, new HandFinding("TEN-01", FindingKind.Violation, FindingState.None, c.Id, c.ReceivedAt, Instant.MaxValue, null, null, null, null, null)));
        }
    }

    public sealed class Admissible : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy != Filer.AccountHolder);
            Then().Do(context => Follow(context, new HandFinding("TEN-02", FindingKind.Inadmissible, FindingState.None, c.Id, c.ReceivedAt, Instant.MaxValue, null, null, null, null, null)));
        }
    }

    public sealed class FirstReply : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy == Filer.AccountHolder);
            Then().Do(context => Limit(context, "TEN-03", c, TenRuleSet.Reply, c.FirstReply));
        }
    }

    public sealed class Vip : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy == Filer.AccountHolder, x => x.Tier == CustomerTier.Vip && !x.CrossProvince);
            Then().Do(context => Limit(context, "TEN-04", c, TenRuleSet.Vip, c.Resolved));
        }
    }

    public sealed class GoTone : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy == Filer.AccountHolder, x => x.Tier == CustomerTier.GoTone && !x.CrossProvince);
            Then().Do(context => Limit(context, "TEN-04", c, TenRuleSet.GoTone, c.Resolved));
        }
    }

    public sealed class Ordinary : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy == Filer.AccountHolder, x => x.Tier == CustomerTier.Ordinary && !x.CrossProvince);
            Then().Do(context => Limit(context, "TEN-04", c, TenRuleSet.Ordinary, c.Resolved));
        }
    }

    public sealed class CrossProvince : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.FiledBy == Filer.AccountHolder, x => x.CrossProvince);
            Then().Do(context => Limit(context, "TEN-04", c, TenRuleSet.CrossProvince, c.Resolved));
        }
    }

    public sealed class Warned : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            HandFinding limit = null!;
            When().Match(() => c).Match(() => limit, f => f.Standard == "TEN-04" && f.State == FindingState.AtRisk, f => f.Subject == c.Id);
            Then().Do(context => Follow(context, new HandFinding("TEN-05", FindingKind.Permission, FindingState.None, c.Id, limit.Start, limit.End, null, null, null, null, null)));
        }
    }

    public sealed class Overcharged : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            When().Match(() => c, x => x.Overcharge.Amount > 0, x => x.ErrorEstablished.Kind == OccurrenceKind.Happened);
            Then().Do(context => Follow(context, new HandFinding("TEN-06", FindingKind.Entitlement, FindingState.Owed, c.Id, c.ErrorEstablished.Instant!.Value, Instant.MaxValue, null, null, null, null, c.Overcharge * 2)));
        }
    }

    public sealed class Undetermined : Rule
    {
        public override void Define()
        {
            BenchComplaint c = null!;
            HandFinding limit = null!;
            When().Match(() => c, x => x.Overcharge.Amount > 0).Match(() => limit, f => f.Standard == "TEN-04" && f.State == FindingState.Breached, f => f.Subject == c.Id);
            Then().Do(context => Follow(context, new HandFinding("TEN-07", FindingKind.Entitlement, FindingState.Owed, c.Id, limit.Start, Instant.MaxValue, null, null, null, null, c.Overcharge)));
        }
    }
}

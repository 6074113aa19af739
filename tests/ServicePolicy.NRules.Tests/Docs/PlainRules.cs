using NRules.Fluent.Dsl;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

#pragma warning disable CA1034 // Rules as a host writes them for NRules alone, on one page; each has to be a public class for NRules to find it.

namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>Rules for NRules alone, each of which hurts in its way.</summary>
public static class PlainRules
{
    /// <summary>Counts what it fires on.</summary>
    public sealed class OnTicket : Rule
    {
        public override void Define()
        {
            Ticket ticket = null!;
            When().Match(() => ticket);
            Then().Do(_ => ticket.Fired.Add(ticket.Number));
        }
    }

    /// <summary>Asks for the fees behind a guard that looks at both facts.</summary>
    public sealed class HighFees : Rule
    {
        public override void Define()
        {
            Complaint complaint = null!;
            DisputedCharge charge = null!;
            When()
                .Match(() => complaint)
                .Match(() => charge, d => d.ComplaintId == complaint.Id && d.InformationFees != null, d => d.InformationFees!.Value.Amount >= 30);
            Then().Do(_ => Nothing());
        }
    }

    /// <summary>Counts how often it is asked whether two facts belong together.</summary>
    public sealed class Joined : Rule
    {
        public override void Define()
        {
            Complaint complaint = null!;
            DisputedCharge charge = null!;
            When().Match(() => complaint).Match(() => charge, d => Questions.Count(d.ComplaintId == complaint.Id));
            Then().Do(_ => Nothing());
        }
    }

    /// <summary>Changes what it matches.</summary>
    public sealed class Endless : Rule
    {
        public override void Define()
        {
            Ticket ticket = null!;
            When().Match(() => ticket);
            Then().Do(context => context.Update(ticket));
        }
    }

    internal static void Nothing()
    {
    }
}

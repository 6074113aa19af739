using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>What a hall was found to have.</summary>
public sealed record HallFacilities : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When the hall was looked over.</summary>
    public required Instant SeenAt { get; init; }

    /// <summary>The type of the hall.</summary>
    public HallType HallType { get; init; }

    /// <summary>Where it stands.</summary>
    public HallLocation Location { get; init; }

    /// <summary>The counters.</summary>
    /// <value><see langword="null"/> where nobody counted them.</value>
    public int? Counters { get; init; }

    /// <summary>Whether there is a waiting area.</summary>
    public YesNo WaitingArea { get; init; }

    /// <summary>Whether a queue machine runs.</summary>
    public YesNo QueueMachine { get; init; }

    /// <summary>Whether there is a one-metre line.</summary>
    public YesNo OneMetreLine { get; init; }

    /// <summary>Whether self-service offers the choice of a number.</summary>
    public YesNo NumberChoice { get; init; }

    /// <summary>Whether self-service offers the balance.</summary>
    public YesNo BalanceQuery { get; init; }

    /// <summary>Whether self-service offers bills.</summary>
    public YesNo BillPrinting { get; init; }

    /// <summary>Whether self-service takes payments.</summary>
    public YesNo SelfServicePayment { get; init; }

    /// <summary>Whether there is a web terminal.</summary>
    public YesNo WebTerminal { get; init; }

    /// <summary>Whether there is a business area.</summary>
    public YesNo BusinessArea { get; init; }

    /// <summary>Whether there is a self-service area.</summary>
    public YesNo SelfServiceArea { get; init; }

    /// <summary>Whether there is a rest area.</summary>
    public YesNo RestArea { get; init; }

    /// <summary>Whether there is a handset club.</summary>
    public YesNo HandsetClub { get; init; }

    /// <summary>Whether there is a GoTone area with a dedicated person.</summary>
    public YesNo GoToneArea { get; init; }

    /// <summary>Whether there is a reception room.</summary>
    public YesNo ReceptionRoom { get; init; }

    /// <summary>Whether there is an enquiry desk.</summary>
    public YesNo EnquiryDesk { get; init; }

    /// <summary>Whether there is a demo area for value-added services.</summary>
    public YesNo ValueAddedDemo { get; init; }

    /// <summary>Whether there is a display area.</summary>
    public YesNo DisplayArea { get; init; }

    /// <summary>Whether there is an area for gifts.</summary>
    public YesNo GiftArea { get; init; }

    /// <summary>Whether there is a sales area.</summary>
    public YesNo SalesArea { get; init; }

    /// <summary>Whether there is a demo platform.</summary>
    public YesNo DemoPlatform { get; init; }

    /// <summary>Whether there is a printer for billed detail.</summary>
    public YesNo DetailPrinter { get; init; }

    /// <summary>Whether all printers have paper.</summary>
    public YesNo PrintersHavePaper { get; init; }

    Instant IFact.OpenedAt => SeenAt;

    void IFact.Check(ref FactProblems problems)
    {
        if (Counters < 0)
        {
            problems.Add(this, nameof(Counters), $"'{Counters}' is negative. Give a count of zero or more.");
        }
    }
}

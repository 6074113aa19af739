using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;
using ServicePolicy.Complaints;
using ServicePolicy.Conversation;
using ServicePolicy.Credentials;
using ServicePolicy.Customers;
using ServicePolicy.Handling;
using ServicePolicy.Inspection;
using ServicePolicy.Messaging;
using ServicePolicy.Operations;
using ServicePolicy.Privacy;
using ServicePolicy.Refunds;
using ServicePolicy.Rules;
using ServicePolicy.Subscriptions;
using ServicePolicy.Time;

namespace ServicePolicy;

/// <summary>All figures of all standards: one complete set.</summary>
/// <remarks>Immutable. The defaults are those of the handbooks; change some with <c>with</c>, or read them from configuration.</remarks>
public sealed record ServiceStandards
{
    /// <summary>The figures as the handbooks give them.</summary>
    public static ServiceStandards Default { get; } = new();

    /// <summary>The share of a limit after which it is at risk, for limits without their own. 0.75, assumed.</summary>
    public decimal WarningPoint { get; init; } = TimeLimit.DefaultWarningPoint;

    /// <summary>The figures on complaints.</summary>
    public ComplaintStandards Complaints { get; init; } = new();

    /// <summary>The figures on time limits in halls and on the line.</summary>
    public HandlingStandards Handling { get; init; } = new();

    /// <summary>The figures on refunds.</summary>
    public RefundStandards Refunds { get; init; } = new();

    /// <summary>The figures on operator accounts and passwords.</summary>
    public CredentialStandards Credentials { get; init; } = new();

    /// <summary>The figures of current guidance on passwords, for a host that chooses it.</summary>
    public GuidanceStandards Guidance { get; init; } = new();

    /// <summary>The figures on messages to customers.</summary>
    public MessagingStandards Messaging { get; init; } = new();

    /// <summary>The figures on subscriptions and changes of service.</summary>
    public SubscriptionStandards Subscriptions { get; init; } = new();

    /// <summary>The figures on the inspection of halls.</summary>
    public InspectionStandards Inspection { get; init; } = new();

    /// <summary>The figures on conversation.</summary>
    public ConversationStandards Conversation { get; init; } = new();

    /// <summary>The figures on customer tiers and care.</summary>
    public CustomerStandards Customers { get; init; } = new();

    /// <summary>The figures on the cadence of quality, incidents and hours of service.</summary>
    public OperationsStandards Operations { get; init; } = new();

    /// <summary>Every figure as it stands, with the standard it belongs to.</summary>
    public IReadOnlyList<Figure> Figures
    {
        get
        {
            FigureLister lister = new();
            Through(lister);
            return lister.Figures;
        }
    }

    /// <summary>Reads figures from configuration, such as <c>Complaints:Vip</c> = <c>PT8H</c>; what it leaves out keeps its default.</summary>
    /// <exception cref="PolicyBuildException">A figure cannot be read, or a key is no figure; all such mistakes are listed.</exception>
    public static ServiceStandards Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        FigureReader reader = new(configuration);
        ServiceStandards read = Default.Through(reader);
        reader.ReportUnknown();
        return reader.Errors.Count == 0 ? read : throw new PolicyBuildException(reader.Errors);
    }

    /// <summary>The rule sets of the library, with these figures.</summary>
    internal IReadOnlyList<RuleSet> RuleSets()
    {
        ServiceStandards figures = Through(new WarningVisitor(WarningPoint));
        return
        [
            new HandlingRules(figures.Handling),
            new ComplaintRules(figures.Complaints, figures.Customers),
            new RefundRules(figures.Refunds),
            new CredentialRules(figures.Credentials),
            new MessagingRules(figures.Messaging),
            new PrivacyRules(),
            new SubscriptionRules(figures.Subscriptions),
            new InspectionRules(figures.Inspection),
            new ConversationRules(figures.Conversation),
            new CustomerRules(figures.Customers),
            new OperationsRules(figures.Operations),
        ];
    }

    internal IReadOnlyList<PolicyBuildError> Mistakes()
    {
        FigureChecker checker = new();
        Through(checker);
        return checker.Errors;
    }

    private ServiceStandards Through(FigureVisitor visit)
    {
        visit.Family = "General";
        decimal warning = visit.Factor("S6", nameof(WarningPoint), WarningPoint, 0, 1, FigureMark.Assumed);
        visit.Family = nameof(Complaints);
        ComplaintStandards complaints = Complaints.Through(visit);
        visit.Family = nameof(Handling);
        HandlingStandards handling = Handling.Through(visit);
        visit.Family = nameof(Refunds);
        RefundStandards refunds = Refunds.Through(visit);
        visit.Family = nameof(Credentials);
        CredentialStandards credentials = Credentials.Through(visit);
        visit.Family = nameof(Guidance);
        GuidanceStandards guidance = Guidance.Through(visit);
        visit.Family = nameof(Messaging);
        MessagingStandards messaging = Messaging.Through(visit);
        visit.Family = nameof(Subscriptions);
        SubscriptionStandards subscriptions = Subscriptions.Through(visit);
        visit.Family = nameof(Inspection);
        InspectionStandards inspection = Inspection.Through(visit);
        visit.Family = nameof(Conversation);
        ConversationStandards conversation = Conversation.Through(visit);
        visit.Family = nameof(Customers);
        CustomerStandards customers = Customers.Through(visit);
        visit.Family = nameof(Operations);
        return new ServiceStandards
        {
            WarningPoint = warning,
            Complaints = complaints,
            Handling = handling,
            Refunds = refunds,
            Credentials = credentials,
            Guidance = guidance,
            Messaging = messaging,
            Subscriptions = subscriptions,
            Inspection = inspection,
            Conversation = conversation,
            Customers = customers,
            Operations = Operations.Through(visit),
        };
    }
}

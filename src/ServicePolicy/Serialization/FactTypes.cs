using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>The types of fact that can be read and written, by the name that their JSON gives as <c>type</c>.</summary>
/// <remarks>Immutable and safe to share.</remarks>
public sealed class FactTypes
{
    private readonly ImmutableSortedDictionary<string, FactType> byName;
    private readonly ImmutableDictionary<string, FactType> byClrName;

    private FactTypes(ImmutableSortedDictionary<string, FactType> byName, ImmutableDictionary<string, FactType> byClrName)
    {
        this.byName = byName;
        this.byClrName = byClrName;
    }

    /// <summary>The facts of the library.</summary>
    public static FactTypes Default { get; } = OfLibrary();

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>These types and one of the host's own.</summary>
    /// <param name="type">How it is read and written, from a context of the host's made with <see cref="PolicyJson.CreateOptions"/>.</param>
    /// <param name="name">Its name; the name of the type in camelCase where it is left out.</param>
    /// <exception cref="ArgumentException">One of that name is there already.</exception>
    public FactTypes With<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TFact>(JsonTypeInfo<TFact> type, string? name = null)
        where TFact : class, IFact
    {
        ArgumentNullException.ThrowIfNull(type);
        name ??= CamelCase.Of(type.Type.Name);
        if (byName.ContainsKey(name) || byClrName.ContainsKey(type.Type.Name))
        {
            throw new ArgumentException($"There is a type of fact '{name}' or '{type.Type.Name}' already. Give this one another name.", nameof(name));
        }

        FactType added = FactType.Of(name, type);
        return new FactTypes(byName.Add(name, added), byClrName.Add(type.Type.Name, added));
    }

    /// <summary>The properties of a type of fact.</summary>
    /// <exception cref="KeyNotFoundException">There is no type of that name.</exception>
    public IReadOnlyList<FactProperty> PropertiesOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryGet(name, out FactType? type)
            ? [.. type.Properties.Values.Select(property => new FactProperty(property.Name, property.PropertyType, property.IsRequired))]
            : throw new KeyNotFoundException($"There is no type of fact '{name}'. The types are: {string.Join(", ", Names)}.");
    }

    internal bool TryGet(string name, [NotNullWhen(true)] out FactType? type) => byName.TryGetValue(name, out type);

    internal FactType Of(IFact fact) => byClrName.TryGetValue(fact.GetType().Name, out FactType? type)
        ? type
        : throw new ArgumentException($"'{fact.GetType()}' is not among the types of fact. Add it with {nameof(FactTypes)}.{nameof(With)}.", nameof(fact));

    /// <summary>The name by which the JSON of a decision tells the type of a subject.</summary>
    internal string NameOf(FactKey key) => byClrName.TryGetValue(key.Type, out FactType? type) ? type.Name : CamelCase.Of(key.Type);

    internal IEnumerable<FactType> All => byName.Values;

    private static FactTypes OfLibrary()
    {
        FactJsonContext json = new(PolicyJson.CreateOptions());
        return new FactTypes(ImmutableSortedDictionary.Create<string, FactType>(StringComparer.Ordinal), ImmutableDictionary<string, FactType>.Empty)
            .With(json.CauseFinding)
            .With(json.Compensation)
            .With(json.Complaint)
            .With(json.ComplaintPeriod)
            .With(json.ComplaintRecord)
            .With(json.Consultation)
            .With(json.DisputeReception)
            .With(json.OutcomeRejection)
            .With(json.Question)
            .With(json.ReminderReply)
            .With(json.ReplyCall)
            .With(json.SeriousMatter)
            .With(json.Suggestion)
            .With(json.DisputedCharge)
            .With(json.AccountClosure)
            .With(json.AdvanceRefund)
            .With(json.BalancePayment)
            .With(json.ChargedSubscription)
            .With(json.ChargedTraffic)
            .With(json.DamagedCard)
            .With(json.RefundPayment)
            .With(json.Visit)
            .With(json.Transaction)
            .With(json.Enquiry)
            .With(json.PhoneCall)
            .With(json.DeviceFault)
            .With(json.SuggestionEntry)
            .With(json.QueueSnapshot)
            .With(json.FloorCheck)
            .With(json.HallDay)
            .With(json.CounterPayment)
            .With(json.LingeringCustomer)
            .With(json.DirtReport)
            .With(json.Shift)
            .With(json.HallFacilities)
            .With(json.AccountEvent)
            .With(json.AccountHolder)
            .With(json.ImportantFile)
            .With(json.InitialPassword)
            .With(json.LockedStorage)
            .With(json.OperatorAccount)
            .With(json.PasswordCandidate)
            .With(json.ServiceCall)
            .With(json.ServicePassword)
            .With(json.ServicePasswordCheck)
            .With(json.SignInRequest)
            .With(json.StaffMember)
            .With(json.WorkComputer)
            .With(json.BonusNote)
            .With(json.CounterCheck)
            .With(json.InspectionNote)
            .With(json.QueueCheck)
            .With(json.RegisterCheck)
            .With(json.ScoreCard)
            .With(json.CareEvent)
            .With(json.CareProgramme)
            .With(json.CreditRecord)
            .With(json.CreditSuspension)
            .With(json.Customer)
            .With(json.CustomerProblem)
            .With(json.FieldVisit)
            .With(json.GroupCustomer)
            .With(json.KeyVisitor)
            .With(json.PriorityVisitor)
            .With(json.SpendingRank)
            .With(json.TierCheck)
            .With(json.AccessViolation)
            .With(json.ChannelStatus)
            .With(json.DutyRecord)
            .With(json.Incident)
            .With(json.PlannedSending)
            .With(json.ServiceChannel)
            .With(json.ServiceInspection)
            .With(json.ServiceUnit);
    }
}

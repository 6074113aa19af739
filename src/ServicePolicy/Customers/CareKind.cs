using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>What is done for key customers.</summary>
[JsonConverter(typeof(EnumNameConverter<CareKind>))]
public enum CareKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The customer is phoned.</summary>
    Phone,

    /// <summary>The customer is visited.</summary>
    Visit,

    /// <summary>The bill is delivered to the customer's place.</summary>
    BillDelivery,

    /// <summary>The customer is reminded of the payment.</summary>
    PaymentReminder,

    /// <summary>The liaison of a group is contacted.</summary>
    LiaisonContact,

    /// <summary>A user of a group is asked.</summary>
    UserContact,

    /// <summary>Key customers are invited to a forum.</summary>
    Forum,

    /// <summary>Key customers are remembered on a festival day.</summary>
    FestivalCare,
}

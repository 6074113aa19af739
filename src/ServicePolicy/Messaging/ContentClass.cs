using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Messaging;

/// <summary>What the content of a message is, by the classes of what is never sent (MSG-01).</summary>
[JsonConverter(typeof(EnumNameConverter<ContentClass>))]
public enum ContentClass : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>None of them.</summary>
    Lawful,

    /// <summary>Posing as a bank or UnionPay to defraud or extort.</summary>
    BankImpersonation,

    /// <summary>Obscenity, gambling, violence, murder or terror, or inciting to or teaching crime.</summary>
    ObscenityOrCrime,

    /// <summary>Selling weapons, explosives, smuggled cars, drugs, stupefying drugs, obscene goods, goods known to be stolen, forged money or invoices.</summary>
    IllegalGoods,

    /// <summary>Fake prizes, matchmaking, jobs or procuring.</summary>
    FakeOffer,

    /// <summary>Repeated sending that harasses, or anything else that the law bans.</summary>
    HarassmentOrOther,
}

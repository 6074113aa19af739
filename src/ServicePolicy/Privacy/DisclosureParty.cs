using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Privacy;

/// <summary>To whom customer information is disclosed, as a ground for it names them.</summary>
[JsonConverter(typeof(EnumNameConverter<DisclosureParty>))]
public enum DisclosureParty : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To the customer.</summary>
    Customer,

    /// <summary>To an agent of the customer.</summary>
    Agent,

    /// <summary>To the police.</summary>
    Police,

    /// <summary>To state security.</summary>
    StateSecurity,

    /// <summary>To a prosecutor.</summary>
    Prosecutor,

    /// <summary>To a court, which none of the grounds names.</summary>
    Court,

    /// <summary>To a partner.</summary>
    Partner,

    /// <summary>To a government body.</summary>
    Government,

    /// <summary>To a consumer body.</summary>
    ConsumerBody,

    /// <summary>To anyone else.</summary>
    Other,
}

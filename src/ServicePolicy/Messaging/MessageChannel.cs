using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Messaging;

/// <summary>Whose channel a message is sent through.</summary>
[JsonConverter(typeof(EnumNameConverter<MessageChannel>))]
public enum MessageChannel : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The operator's own.</summary>
    Operator,

    /// <summary>That of a group customer (MSG-06).</summary>
    GroupCustomer,
}

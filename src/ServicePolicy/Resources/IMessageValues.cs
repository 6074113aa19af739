using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>What fills the places of a message.</summary>
internal interface IMessageValues
{
    /// <summary>Whether there is anything to say at a place.</summary>
    bool Has(MessagePlace place);

    /// <summary>Says it.</summary>
    void Append(MessagePlace place, ref Utf8Builder text);
}

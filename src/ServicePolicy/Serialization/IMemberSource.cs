namespace ServicePolicy.Serialization;

/// <summary>A converter that makes the members which have its type: it alone knows the type without reflection.</summary>
internal interface IMemberSource
{
    FactMember Member<TFact>(FactMemberShape shape)
        where TFact : class, IFact;
}

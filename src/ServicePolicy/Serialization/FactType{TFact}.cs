using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>How facts of one type are read and written.</summary>
internal sealed class FactType<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TFact>(string name, Func<JsonTypeInfo<TFact>> json) : FactType(name, typeof(TFact))
    where TFact : class, IFact
{
    private readonly Lazy<FactShape<TFact>> shape = new(() => new FactShape<TFact>(json()));

    public override FactMember[] Members => shape.Value.Members;

    public override bool HasSecrets => shape.Value.HasSecrets;

    public override FactType Named(string name) => new FactType<TFact>(name, json);

    public override IFact? Begin() => shape.Value.IsConstructed ? null : Activator.CreateInstance<TFact>();

    public override JsonTypeInfo WithType(FactTypes types, JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<TFact>(options, new FactConverter<TFact>(types));

    public override IFact Construct(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, shape.Value.Json)!;
}

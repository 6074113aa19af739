using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.WireProtocol;
using ServicePolicy.PostgreSql.Cases;
using ServicePolicy.PostgreSql.DependencyInjection;
using ServicePolicy.Serialization;

namespace ServicePolicy.Orleans.Serialization;

/// <summary>Facts and cases of any type that the host knows, between silos and clients: as their JSON. Both are immutable, so that within a silo they are not copied.</summary>
/// <remarks>A fact with a secret does not travel: it is refused, as by the store.</remarks>
[Alias("ServicePolicy.Facts")]
internal sealed class FactCodec(PostgreSqlOptions options) : IGeneralizedCodec, IGeneralizedCopier, ITypeFilter
{
    private readonly FactTypes types = options.FactTypes;

    public bool IsSupportedType(Type type) => type == typeof(FactCodec) || type == typeof(PolicyCase) || (!type.IsAbstract && typeof(IFact).IsAssignableFrom(type));

    public bool? IsTypeAllowed(Type type) => IsSupportedType(type) || type == typeof(IFact) ? true : null;

    public object? DeepCopy(object? input, CopyContext context) => input;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, [AllowNull] Type expectedType, [AllowNull] object value)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType!, value))
        {
            return;
        }

        byte[] json = Encoding.UTF8.GetBytes(value is PolicyCase @case ? Json(@case) : Json((IFact)value));
        writer.WriteFieldHeader(fieldIdDelta, expectedType!, typeof(FactCodec), WireType.LengthPrefixed);
        writer.WriteVarUInt32((uint)json.Length + 1);
        writer.WriteByte(value is PolicyCase ? (byte)1 : (byte)0);
        writer.Write(json);
    }

    public object? ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.IsReference)
        {
            return ReferenceCodec.ReadReference(ref reader, field.FieldType);
        }

        field.EnsureWireType(WireType.LengthPrefixed);
        byte[] bytes = reader.ReadBytes(reader.ReadVarUInt32());
        ReadOnlySpan<byte> json = bytes.AsSpan(1);
        object value = bytes[0] == 1 ? PolicyJson.ReadCase(json, types) : PolicyJson.ReadFact(json, types);
        ReferenceCodec.RecordObject(reader.Session, value);
        return value;
    }

    private string Json(IFact fact) => FactRow.Of(fact, false, types).Json;

    private string Json(PolicyCase @case)
    {
        string[] facts = [.. @case.Facts.Select(Json)];
        return facts.Length == 1 ? facts[0] : $$"""{"root":{{facts[0]}},"facts":[{{string.Join(',', facts[1..])}}]}""";
    }
}

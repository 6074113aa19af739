using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>A property whose type is known, so that no value is boxed.</summary>
internal sealed class FactMember<TFact, T>(FactMemberShape shape, JsonConverter<T> converter, Func<T, bool>? isAbsent = null) : FactMember(shape.Json)
    where TFact : class, IFact
{
    private readonly Func<TFact, T> get = shape.Getter<TFact, T>();
    private readonly Action<TFact, T> set = shape.Setter<TFact, T>();
    private readonly JsonSerializerOptions options = shape.Json.Options;

    private readonly bool allowsNull = !typeof(T).IsValueType && shape.Json.IsSetNullable;

    public override void Read(ref Utf8JsonReader reader, IFact fact) =>
        set(Unsafe.As<TFact>(fact), allowsNull && reader.TokenType == JsonTokenType.Null ? default! : converter.Read(ref reader, typeof(T), options)!);

    public override void Write(Utf8JsonWriter writer, IFact fact)
    {
        T value = get(Unsafe.As<TFact>(fact));
        if (value is not null && isAbsent?.Invoke(value) != true)
        {
            writer.WritePropertyName(EncodedName);
            converter.Write(writer, value, options);
        }
    }
}

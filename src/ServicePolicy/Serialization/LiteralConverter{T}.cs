using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Numbers, true and false: what JSON writes without quotes.</summary>
internal sealed class LiteralConverter<T>(LiteralConverter<T>.TryReading tryRead, Action<Utf8JsonWriter, T> write, string expected) : ValueConverter<T>
    where T : struct
{
    public delegate bool TryReading(ref Utf8JsonReader reader, out T value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        tryRead(ref reader, out T value) ? value : throw Refused.Value(ref reader, expected);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}

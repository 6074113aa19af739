using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePolicy.Serialization;

/// <summary>What an engine answers, within other JSON; it is read as a document, since it is the engine's alone to make.</summary>
/// <param name="write">How <see cref="PolicyJson"/> writes it.</param>
/// <param name="document">The document to read instead.</param>
/// <param name="culture">In which language messages are.</param>
/// <param name="types">The types of fact.</param>
internal sealed class AnswerConverter<T>(Action<Utf8JsonWriter, T, CultureInfo, FactTypes> write, Type document, Func<CultureInfo> culture, FactTypes types) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"A {typeof(T).Name} comes from an engine and is not read. Read a {document.Name} instead.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value, culture(), types);
}

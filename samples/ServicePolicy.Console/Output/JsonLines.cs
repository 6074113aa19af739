using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Output;

/// <summary>Decisions as JSON Lines.</summary>
internal sealed class JsonLines(TextWriter output, CultureInfo culture) : IDecisionWriter
{
    /// <summary>Chinese stays readable; the lines are for programs and terminals, not for HTML.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> line = new();

    public void Write(PolicyCase @case, PolicyDecision decision)
    {
        line.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(line, Readable))
        {
            PolicyJson.WriteDecision(writer, decision, culture);
        }

        output.Write(Encoding.UTF8.GetString(line.WrittenSpan));
        output.Write('\n');
    }
}

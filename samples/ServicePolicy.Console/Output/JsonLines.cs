using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Output;

/// <summary>Decisions as JSON Lines.</summary>
internal sealed class JsonLines(IBufferWriter<byte> output, CultureInfo culture) : IDecisionWriter
{
    /// <summary>Chinese stays readable; the lines are for programs and terminals, not for HTML.</summary>
    public static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8JsonWriter writer = new(output, Readable with { SkipValidation = true });

    public void Write(PolicyCase @case, PolicyDecision decision)
    {
        PolicyJson.WriteDecision(writer, decision, culture);
        writer.Flush();
        writer.Reset();
        output.Write("\n"u8);
    }

    public void Dispose() => writer.Dispose();
}

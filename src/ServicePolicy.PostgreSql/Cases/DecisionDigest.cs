using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>What a decision says, in 16 bytes: two decisions that differ in a standard, subject, kind, state, amount or missing input differ in it.</summary>
internal static class DecisionDigest
{
    private const int Bytes = 16;

    public static byte[] Of(PolicyDecision decision)
    {
        ArrayBufferWriter<byte> said = new(512);
        using Utf8JsonWriter writer = new(said);
        writer.WriteStartArray();
        foreach (Finding finding in decision.Findings)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(finding.Standard.Id);
            writer.WriteNumberValue((int)finding.Kind);
            writer.WriteNumberValue((int)finding.State);
            writer.WriteStringValue(finding.Subject.Type);
            writer.WriteStringValue(finding.Subject.Id);
            writer.WriteStringValue(finding.Amount?.Currency.Code);
            Number(finding.Amount?.Amount);
            Number(finding.Value);
            writer.WriteStringValue(finding.Class);
            writer.WriteStringValue(finding.SupersededBy?.Id);
            foreach (string input in finding.MissingInputs)
            {
                writer.WriteStringValue(input);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.Flush();
        return SHA256.HashData(said.WrittenSpan)[..Bytes];

        // Normalised: 12.5 and 12.50 are one amount.
        void Number(decimal? value)
        {
            if (value is { } number)
            {
                writer.WriteNumberValue(number / 1.000000000000000000000000000000000m);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServicePolicy.AspNetCore.Problems;
using ServicePolicy.Serialization;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>The case in the body of a request.</summary>
/// <param name="Case">The case.</param>
/// <param name="IsAlone">Whether the body is the root fact itself, rather than a root and facts.</param>
internal sealed record CaseBody(PolicyCase Case, bool IsAlone)
{
    /// <summary>Reads no more of the body than the limits allow.</summary>
    /// <exception cref="FactFormatException">The body is no case.</exception>
    /// <exception cref="RefusedException">It is too long, or no JSON.</exception>
    /// <exception cref="OperationCanceledException">It did not come in time.</exception>
    public static async Task<CaseBody> ReadAsync(HttpRequest request, PolicyEndpointOptions options, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            throw new RefusedException(StatusCodes.Status415UnsupportedMediaType, "unsupportedMediaType", "The body is not JSON by its type.", new PolicyProblem("Give the case as application/json."));
        }

        if (request.ContentLength > options.MostBytes)
        {
            throw TooLong(options);
        }

        while (true)
        {
            ReadResult result = await request.BodyReader.ReadAsync(cancellation).ConfigureAwait(false);
            bool isEnough = result.IsCompleted || result.Buffer.Length > options.MostBytes;
            try
            {
                if (isEnough)
                {
                    return result.Buffer.Length > options.MostBytes ? throw TooLong(options) : Read(result.Buffer, options.FactTypes);
                }
            }
            finally
            {
                // Nothing is consumed until all is there: what was looked at is kept, and more is waited for.
                request.BodyReader.AdvanceTo(isEnough ? result.Buffer.End : result.Buffer.Start, result.Buffer.End);
            }
        }
    }

    private static CaseBody Read(ReadOnlySequence<byte> body, FactTypes types)
    {
        byte[]? copy = body.IsSingleSegment ? null : body.ToArray();
        ReadOnlySpan<byte> json = copy ?? body.FirstSpan;
        return new CaseBody(PolicyJson.ReadCase(json, types), !HasRoot(json));
    }

    /// <summary>Whether a text that is a case has a root and facts.</summary>
    private static bool HasRoot(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        Utf8JsonReader reader = new(json.StartsWith(mark) ? json[mark.Length..] : json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("root"u8))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static RefusedException TooLong(PolicyEndpointOptions options) =>
        new(StatusCodes.Status413PayloadTooLarge, "tooLong", "The body is too long.", new PolicyProblem($"Send at most {options.MostBytes} bytes."));
}

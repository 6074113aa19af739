using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>An answer that is written straight into the response.</summary>
internal sealed class PolicyAnswer(Action<Utf8JsonWriter> write, string contentType = MediaTypeNames.Application.Json) : IResult
{
    /// <summary>Chinese stays readable; what HTML would take for its own is escaped.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        await using (Utf8JsonWriter writer = new(response.BodyWriter, Readable))
        {
            write(writer);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
    }
}

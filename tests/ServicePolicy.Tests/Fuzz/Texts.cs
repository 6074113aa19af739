using System.Text.Encodings.Web;
using System.Text.Json;
using ServicePolicy.Serialization;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Tests.Laws;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>Valid texts of every family.</summary>
internal static class Texts
{
    private static readonly Lazy<byte[][]> Generated = new(() =>
    {
        CaseGenerator generator = new(CatalogueRuler.Ruler, FactDomain.Library, new LawSettings());
        return [.. Enumerable.Range(0, FactDomain.Library.Models.Count * 3).Select(number => Of(generator.Case(number)))];
    });

    /// <summary>Cases with facts of every type, as the library writes them.</summary>
    public static byte[][] Cases => Generated.Value;

    public static byte[] Of(PolicyCase @case)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            PolicyJson.WriteCase(writer, @case);
        }

        return stream.ToArray();
    }
}

using System.Text;
using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>The name of a member, made ready to be written.</summary>
internal sealed class JsonName(string name)
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(name)}\":");

    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name);

    /// <summary>With its quotes and colon, and the comma after what it follows.</summary>
    public ReadOnlySpan<byte> Following => utf8;

    /// <summary>As the first of its object.</summary>
    public ReadOnlySpan<byte> First => utf8.AsSpan(1);
}

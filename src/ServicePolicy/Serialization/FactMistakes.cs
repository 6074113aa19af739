using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Collects what is wrong with a text, so that several mistakes are told together; nothing is allocated while there is none.</summary>
internal ref struct FactMistakes(JsonText text, FactTypes types)
{
    /// <summary>Who makes more is told the rest when these are mended.</summary>
    private const int Most = 20;

    private readonly JsonText text = text;
    private List<FactMistake>? found;
    private bool? mayShow;

    public readonly int Count => found?.Count ?? 0;

    /// <summary>Whether messages may show values: not where any fact of the text may hold a secret, since what stands in a wrong place may be one.</summary>
    public bool MayShow => mayShow ??= !HasSecrets();

    public void Add(long offset, string path, string message)
    {
        (found ??= []).Add(text.Mistake(offset, path, message));
        if (found.Count == Most)
        {
            ThrowIfAny();
        }
    }

    public readonly void ThrowIfAny()
    {
        if (found is not null)
        {
            throw new FactFormatException(found);
        }
    }

    private readonly bool HasSecrets()
    {
        Utf8JsonReader reader = new(text.Bytes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8) && reader.Read() && types.TryGet(ref reader, out FactType? type) && type.HasSecrets)
            {
                return true;
            }
        }

        return false;
    }
}

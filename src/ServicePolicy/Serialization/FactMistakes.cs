using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Collects what is wrong with a text, so that several mistakes are told together; nothing is allocated while there is none.</summary>
internal ref struct FactMistakes(JsonText text)
{
    /// <summary>Who makes more is told the rest when these are mended.</summary>
    private const int Most = 20;

    private readonly JsonText text = text;
    private List<FactMistake>? found;

    public readonly int Count => found?.Count ?? 0;

    public void Add(long offset, string path, string message)
    {
        (found ??= []).Add(text.Mistake(offset, path, message));
        if (found.Count == Most)
        {
            ThrowIfAny();
        }
    }

    /// <summary>Adds the mistake of a name that is not known. It is shown where one that is known is near, or where it cannot be a secret.</summary>
    public void AddName(ref Utf8JsonReader reader, FactPlace place, string what, IReadOnlyCollection<string> known, string noun, bool mayBeSecret)
    {
        string name = ReadText(ref reader);
        bool shown = !mayBeSecret || Refused.Nearest(name, known) is not null;
        string path = reader.TokenType != JsonTokenType.PropertyName ? place.Of("type") : shown ? place.Of(name) : place.ToString();
        Add(reader.TokenStartIndex, path, $"{(shown ? Refused.Show(ref reader) : "This")} is no {what}. {Refused.Suggest(name, known, noun)}");
    }

    public readonly void ThrowIfAny()
    {
        if (found is not null)
        {
            throw new FactFormatException(found);
        }
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()! : string.Empty;
        }
        catch (InvalidOperationException)
        {
            return string.Empty;
        }
    }
}

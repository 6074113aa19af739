using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>A value in a JSON file, which knows where it stands, so that what is wrong with it can be named by line and column.</summary>
internal sealed record JsonSpot(string File, ReadOnlyMemory<byte> Whole, int Start, int End, string Path)
{
    private static readonly JsonReaderOptions Strict = new() { CommentHandling = JsonCommentHandling.Disallow };

    public ReadOnlySpan<byte> Bytes => Whole.Span[Start..End];

    public JsonValueKind Kind => Element.ValueKind;

    public JsonElement Element
    {
        get
        {
            Utf8JsonReader reader = new(Bytes, Strict);
            return JsonElement.ParseValue(ref reader);
        }
    }

    public (int Line, int Column) Position => PositionOf(Start);

    /// <summary>The value of a whole file.</summary>
    /// <exception cref="InputException">The file is no JSON.</exception>
    public static JsonSpot Load(string file)
    {
        ReadOnlyMemory<byte> bytes = System.IO.File.ReadAllBytes(file);
        return Parse(file, bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
    }

    public static JsonSpot Parse(string file, ReadOnlyMemory<byte> bytes)
    {
        Utf8JsonReader reader = new(bytes.Span, Strict);
        int start = -1, end = 0;
        try
        {
            while (reader.Read())
            {
                start = start < 0 ? (int)reader.TokenStartIndex : start;
                end = (int)reader.BytesConsumed;
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
                {
                    throw new JsonSpot(file, bytes, (int)reader.TokenStartIndex, end, string.Empty).Error("this is no text: its bytes or its escapes are broken. Write it in UTF-8.");
                }
            }
        }
        catch (JsonException broken)
        {
            // What the exception says may quote the rest of the file, in which there may be secrets.
            string what = bytes.Span.Trim(" \t\r\n"u8).IsEmpty ? "The file is empty." : "This is no JSON from here on. Look for a comma, a quotation mark or a bracket that is missing here or before, or that is too many.";
            throw new InputException(file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, what);
        }

        return new JsonSpot(file, bytes, start, end, string.Empty);
    }

    /// <summary>The members of an object, each of which has to be among the names known.</summary>
    public IReadOnlyDictionary<string, JsonSpot> Members(params ReadOnlySpan<string> known)
    {
        Dictionary<string, JsonSpot> members = [];
        Utf8JsonReader reader = new(Bytes, Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Error("an object is wanted here.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            int nameStart = Start + (int)reader.TokenStartIndex;
            string path = Path.Length == 0 ? name : $"{Path}.{name}";
            if (known.Length > 0 && !known.Contains(name))
            {
                throw new JsonSpot(File, Whole, nameStart, nameStart, path).Error($"'{Bound(name)}' is not known here. Known are: {string.Join(", ", known)}.");
            }

            reader.Read();
            int start = Start + (int)reader.TokenStartIndex;
            reader.Skip();
            if (!members.TryAdd(name, new JsonSpot(File, Whole, start, Start + (int)reader.BytesConsumed, path)))
            {
                throw new JsonSpot(File, Whole, nameStart, nameStart, path).Error($"'{Bound(name)}' stands twice. Leave one out.");
            }
        }

        return members;
    }

    /// <summary>A member that an object has to have.</summary>
    public JsonSpot Needed(string name) => Members().TryGetValue(name, out JsonSpot? member) ? member : throw Error($"'{name}' is missing.");

    /// <summary>Checks that no object in it has a name twice, at any depth.</summary>
    public void NamesOnce(StringComparer comparer)
    {
        if (Kind == JsonValueKind.Object)
        {
            HashSet<string> names = new(comparer);
            foreach ((string name, JsonSpot value) in Members())
            {
                if (!names.Add(name))
                {
                    throw value.Error($"'{Bound(name)}' stands twice, but for capital letters. Leave one out.");
                }

                value.NamesOnce(comparer);
            }
        }
        else if (Kind == JsonValueKind.Array)
        {
            foreach (JsonSpot item in Items())
            {
                item.NamesOnce(comparer);
            }
        }
    }

    public IReadOnlyList<JsonSpot> Items()
    {
        List<JsonSpot> items = [];
        Utf8JsonReader reader = new(Bytes, Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Error("a list is wanted here.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = Start + (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(new JsonSpot(File, Whole, start, Start + (int)reader.BytesConsumed, $"{Path}[{items.Count}]"));
        }

        return items;
    }

    /// <summary>Text as a message may show it.</summary>
    public static string Bound(string text, int longest = 60) => text.Length > longest ? $"{text[..longest]}…" : text;

    public string Text() => Element is { ValueKind: JsonValueKind.String } element ? element.GetString()! : throw Error("text is wanted here.");

    public bool YesNo() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error("true or false is wanted here."),
    };

    public int Number() => Element is { ValueKind: JsonValueKind.Number } element && element.TryGetInt32(out int number) ? number : throw Error("a whole number is wanted here.");

    public Instant Instant() => IsoInstant.TryParse(Text(), out Instant instant) ? instant : throw Error($"'{Bound(Text())}' is not an instant. {IsoInstant.Hint}");

    public string OneOf(IReadOnlyCollection<string> known)
    {
        string text = Text();
        return known.Contains(text) ? text : throw Error($"'{Bound(text)}' is not known here. Known are: {string.Join(", ", known)}.");
    }

    [SuppressMessage("Naming", "CA1716", Justification = "It makes the error of this spot.")]
    public InputException Error(string message)
    {
        (int line, int column) = Position;
        return new InputException(File, line, column, Path.Length == 0 ? message : $"{Path}: {message}");
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private (int Line, int Column) PositionOf(int offset)
    {
        ReadOnlySpan<byte> before = Whole.Span[..offset];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}

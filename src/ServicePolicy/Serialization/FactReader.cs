using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Reads a fact or a case in one pass, and says of everything else where and why it is none.</summary>
internal ref partial struct FactReader(JsonText text, FactTypes types)
{
    private static readonly string[] PartsOfACase = ["root", "facts"];

    private readonly JsonText text = text;
    private FactMistakes mistakes = new(text);
    private Utf8JsonReader reader = new(text.Bytes);

    public IFact ReadFact()
    {
        try
        {
            reader.Read();
            return End(ReadFact(FactPlace.Whole, "a fact"));
        }
        catch (JsonException)
        {
            throw text.Broken();
        }
    }

    public PolicyCase ReadCase()
    {
        try
        {
            reader.Read();
            return IsRootAndFacts() ? ReadRootAndFacts() : new PolicyCase(End(ReadFact(FactPlace.Whole, "a fact or a case")));
        }
        catch (JsonException)
        {
            throw text.Broken();
        }
    }

    /// <summary>Whether there is a case of several facts rather than a fact alone.</summary>
    private readonly bool IsRootAndFacts()
    {
        Utf8JsonReader ahead = reader;
        while (ahead.TokenType == JsonTokenType.StartObject && ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName && !ahead.TextIs("type"u8))
        {
            if (ahead.TextIs("root"u8) || ahead.TextIs("facts"u8))
            {
                return true;
            }

            ahead.Skip();
        }

        return false;
    }

    private PolicyCase ReadRootAndFacts()
    {
        IFact? root = null;
        List<IFact> others = [];
        bool rooted = false, listed = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isRoot = reader.TextIs("root"u8), isFacts = reader.TextIs("facts"u8);
            if (isRoot ? rooted : isFacts && listed)
            {
                AddTwice(FactPlace.Whole, isRoot ? "root" : "facts");
            }
            else if (isRoot)
            {
                rooted = reader.Read();
                root = ReadFact(FactPlace.Root, "a fact");
            }
            else if (isFacts)
            {
                listed = reader.Read();
                ReadFacts(others);
            }
            else
            {
                mistakes.HideValues();
                mistakes.Add(reader.TokenStartIndex, string.Empty, $"This is no property of a case. {Refused.Suggest(Refused.Text(ref reader), PartsOfACase, "properties")}");
                reader.Skip();
            }
        }

        if (!rooted)
        {
            mistakes.Add(0, string.Empty, "The case has no 'root'. Give the fact that it is about.");
        }

        return new PolicyCase(End(root), others);
    }

    private void ReadFacts(List<IFact> facts)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            mistakes.HideValues();
            mistakes.Add(reader.TokenStartIndex, "facts", $"{Refused.Kind(reader.TokenType)} is no list of facts. Write it as [fact, …].");
            reader.Skip();
            return;
        }

        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (ReadFact(FactPlace.Facts with { Index = i }, "a fact") is { } fact)
            {
                facts.Add(fact);
            }
        }
    }

    /// <summary>Makes sure that nothing follows, and throws what was found.</summary>
    private IFact End(IFact? read)
    {
        reader.Read();
        mistakes.ThrowIfAny();
        return read!;
    }
}

using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>Reads a fact or a case in one pass, and says of everything else where and why it is none.</summary>
internal ref struct FactReader(JsonText text, FactTypes types)
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

    /// <summary>Reads the fact at which the reader stands.</summary>
    /// <returns>The fact; <see langword="null"/> where there are mistakes.</returns>
    private IFact? ReadFact(FactPlace place, string what)
    {
        int before = mistakes.Count;
        long start = reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            mistakes.Add(start, place.ToString(), $"{Refused.Kind(reader.TokenType)} is not {what}. Write it as an object, {{\"type\":…}}.");
        }
        else if (FindType(place, out long named) is { } type)
        {
            if (type.HasSecrets)
            {
                mistakes.HideValues();
            }

            IFact? fact = type.Begin();
            ReadMembers(type, fact, place, start, named);
            return mistakes.Count > before ? null : fact ?? Construct(type, place, start);
        }

        mistakes.HideValues();
        reader.Skip();
        return null;
    }

    /// <summary>The type of the fact at whose beginning the reader stands, and at which byte it is named. Where it is named first, as is usual, the reader goes there.</summary>
    private FactType? FindType(FactPlace place, out long named)
    {
        Utf8JsonReader ahead = reader;
        for (bool first = true; ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName; first = false)
        {
            named = ahead.TokenStartIndex;
            if (!ahead.TextIs("type"u8))
            {
                ahead.Skip();
                continue;
            }

            ahead.Read();
            if (types.TryGet(ref ahead, out FactType? type))
            {
                reader = first ? ahead : reader;
                return type;
            }

            mistakes.Add(ahead.TokenStartIndex, place.Of("type"), $"This is no type of fact. {Refused.Suggest(Refused.Text(ref ahead), [.. types.Names], "types")}");
            return null;
        }

        named = -1;
        mistakes.Add(reader.TokenStartIndex, place.ToString(), $"The fact has no 'type'. The types are: {string.Join(", ", types.Names)}.");
        return null;
    }

    private void ReadMembers(FactType type, IFact? fact, FactPlace place, long start, long named)
    {
        ReadOnlySpan<FactMember> members = type.Members;
        Span<bool> seen = stackalloc bool[members.Length];
        int likely = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int position = Find(members, ref likely);
            if (position >= 0 && !seen[position])
            {
                seen[position] = true;
                ReadMember(members[position], fact, place);
            }
            else if (reader.TokenStartIndex == named)
            {
                reader.Skip();
            }
            else if (position >= 0 || reader.TextIs("type"u8))
            {
                AddTwice(place, position < 0 ? "type" : members[position].Name);
            }
            else
            {
                AddUnknown(type, place);
            }
        }

        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].IsRequired && !seen[i])
            {
                mistakes.Add(start, place.Of(members[i].Name), $"'{members[i].Name}' is missing: every {type.Name} has it. Add it.");
            }
        }
    }

    /// <summary>The position of the property at whose name the reader stands; -1 where there is none.</summary>
    /// <param name="members">The properties.</param>
    /// <param name="likely">The one that is tried first, since texts mostly keep an order; the one behind it when this is done.</param>
    private readonly int Find(ReadOnlySpan<FactMember> members, ref int likely)
    {
        for (int i = 0; i < members.Length; i++, likely++)
        {
            likely = likely >= members.Length ? 0 : likely;
            if (reader.TextIs(members[likely].Utf8Name))
            {
                return likely++;
            }
        }

        return -1;
    }

    private void ReadMember(FactMember member, IFact? fact, FactPlace place)
    {
        long name = reader.TokenStartIndex;
        reader.Read();
        if (fact is null)
        {
            reader.Skip();
            return;
        }

        try
        {
            member.Read(ref reader, fact);
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException || (refused is InvalidOperationException && reader.TokenType == JsonTokenType.String))
        {
            reader = At(name);
            reader.Read();
            AddValue(refused, reader, member, place);
            reader.Skip();
        }
    }

    private IFact? Construct(FactType type, FactPlace place, long start)
    {
        try
        {
            return type.Construct(text.Bytes[(int)start..(int)reader.BytesConsumed]);
        }
        catch (Exception refused) when (refused is JsonException or ArgumentException)
        {
            string path = refused is JsonException { Path: { Length: > 2 } inside } ? inside[2..] : string.Empty;
            FactMember? member = type.Members.FirstOrDefault(member => path == member.Name || path.StartsWith($"{member.Name}.", StringComparison.Ordinal) || path.StartsWith($"{member.Name}[", StringComparison.Ordinal));
            if (member is null)
            {
                string at = place.ToString(), wrong = "The fact cannot be made of these values";
                mistakes.Add(start, (at, $"{wrong}: {refused.Message}"), (at, $"{wrong}."));
            }
            else
            {
                AddValue((refused as ValueFormatException)?.Within(start, path[member.Name.Length..]) ?? refused, ValueOf(member, start), member, place);
            }

            return null;
        }
    }

    /// <summary>Adds the mistake of a value, at which a reader stands.</summary>
    private void AddValue(Exception refused, Utf8JsonReader at, FactMember member, FactPlace place)
    {
        ValueFormatException? known = refused as ValueFormatException;
        string path = place.Of(member.Name), inside = place.Of(member.Name, known?.Inside);
        string shown = known?.Shown ?? Refused.Show(ref at);
        string wrong = known is not null ? $"is not {known.Expected}."
            : refused is InvalidOperationException ? "is no valid text: its bytes or escapes are broken. Write it in UTF-8."
            : "is not of the form that the property wants.";
        string why = refused is ArgumentException ? $"is refused: {refused.Message}" : wrong;
        mistakes.Add(known?.Offset ?? at.TokenStartIndex, (inside, $"{inside}: {shown} {why}"), (path, $"{path}: {Refused.Hidden} {wrong}"));
    }

    private void AddUnknown(FactType type, FactPlace place)
    {
        string name = Refused.Text(ref reader);
        string[] known = [.. type.Members.Select(member => member.Name).Order(StringComparer.Ordinal)];
        string wrong = $"is no property of {type.Name}. {Refused.Suggest(name, known, "properties")}";
        mistakes.Add(reader.TokenStartIndex, (place.Of(name), $"{Refused.Show(ref reader)} {wrong}"), (place.ToString(), $"This {wrong}"));
        reader.Skip();
    }

    private void AddTwice(FactPlace place, string name)
    {
        mistakes.Add(reader.TokenStartIndex, place.Of(name), $"'{name}' stands twice. Leave one out.");
        reader.Skip();
    }

    /// <summary>The value of a property of the fact that begins at a byte.</summary>
    private readonly Utf8JsonReader ValueOf(FactMember member, long start)
    {
        Utf8JsonReader again = At(start);
        while (again.Read() && !again.TextIs(member.Utf8Name))
        {
            again.Skip();
        }

        again.Read();
        return again;
    }

    /// <summary>A reader at the token that begins at a byte; only for mistakes, since it goes there from the beginning.</summary>
    private readonly Utf8JsonReader At(long offset)
    {
        Utf8JsonReader again = new(text.Bytes);
        while (again.Read() && again.TokenStartIndex < offset)
        {
        }

        return again;
    }
}

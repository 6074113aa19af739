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
        while (ahead.TokenType == JsonTokenType.StartObject && ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName && !ahead.ValueTextEquals("type"u8))
        {
            if (ahead.ValueTextEquals("root"u8) || ahead.ValueTextEquals("facts"u8))
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
            bool isRoot = reader.ValueTextEquals("root"u8), isFacts = reader.ValueTextEquals("facts"u8);
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
                mistakes.AddName(ref reader, FactPlace.Whole, "property of a case", PartsOfACase, "properties", mayBeSecret: true);
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
            IFact? fact = type.Begin();
            ReadMembers(type, fact, place, start, named);
            return mistakes.Count > before ? null : fact ?? Construct(type, place, start);
        }

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
            if (!ahead.ValueTextEquals("type"u8))
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

            mistakes.AddName(ref ahead, place, "type of fact", [.. types.Names], "types", mayBeSecret: true);
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
                ReadMember(members[position], fact, type, place);
            }
            else if (reader.TokenStartIndex == named)
            {
                reader.Skip();
            }
            else if (position >= 0 || reader.ValueTextEquals("type"u8))
            {
                AddTwice(place, position < 0 ? "type" : members[position].Name);
            }
            else
            {
                string[] known = [.. type.Members.Select(member => member.Name)];
                mistakes.AddName(ref reader, place, $"property of {type.Name}", known, "properties", type.HasSecrets);
                reader.Skip();
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
            if (reader.ValueIsEscaped ? reader.ValueTextEquals(members[likely].Utf8Name) : reader.ValueSpan.SequenceEqual(members[likely].Utf8Name))
            {
                return likely++;
            }
        }

        return -1;
    }

    private void ReadMember(FactMember member, IFact? fact, FactType type, FactPlace place)
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
            AddValue(refused, reader, member, type, place);
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
            ValueFormatException? value = (refused as ValueFormatException)?.Within(start);
            string path = refused is JsonException { Path: { Length: > 2 } inside } ? inside[2..] : string.Empty;
            FactMember? member = type.Members.FirstOrDefault(member => path == member.Name || path.StartsWith($"{member.Name}.", StringComparison.Ordinal) || path.StartsWith($"{member.Name}[", StringComparison.Ordinal));
            if (member is null)
            {
                mistakes.Add(start, place.ToString(), type.HasSecrets ? "The fact cannot be made of these values." : $"The fact cannot be made of these values: {refused.Message}");
            }
            else
            {
                AddValue((Exception?)value ?? refused, ValueOf(member, start), member, type, place);
            }

            return null;
        }
    }

    /// <summary>Adds the mistake of a value, at which a reader stands.</summary>
    private void AddValue(Exception refused, Utf8JsonReader at, FactMember member, FactType type, FactPlace place)
    {
        ValueFormatException? known = refused as ValueFormatException;
        string inside = known?.Inside ?? string.Empty, path = place.Of(member.Name, inside);
        string shown = type.HasSecrets ? Refused.Hidden : known?.Shown ?? Refused.Show(ref at);
        string wrong = known is not null ? $"is not {known.Expected}"
            : refused is InvalidOperationException ? "is no valid text: its bytes or escapes are broken. Write it in UTF-8"
            : refused is ArgumentException && !type.HasSecrets ? $"is refused: {refused.Message}"
            : $"is not of the form that the property wants";
        mistakes.Add(known?.Offset ?? at.TokenStartIndex, path, $"{path}: {shown} {wrong}.");
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
        while (again.Read() && !again.ValueTextEquals(member.Utf8Name))
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

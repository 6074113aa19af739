using System.Text.Json;

namespace ServicePolicy.Serialization;

internal ref partial struct FactReader
{
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
}

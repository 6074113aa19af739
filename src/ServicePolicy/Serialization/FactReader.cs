using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>Reads a fact or a case, and says of everything else where and why it is none.</summary>
internal readonly ref struct FactReader(JsonText text, FactTypes types)
{
    /// <summary>No fact has as many; each is compared with all before it.</summary>
    private const int MostMembers = 500;

    private readonly JsonText text = text;

    public IFact ReadFact()
    {
        List<Member> members = Members(0, text.Bytes.Length, string.Empty, "a fact");
        return Fact(members, 0, text.Bytes.Length, string.Empty);
    }

    public PolicyCase ReadCase()
    {
        List<Member> members = Members(0, text.Bytes.Length, string.Empty, "a fact or a case");
        if (!members.Exists(member => member.Name is "root" or "facts"))
        {
            return new PolicyCase(Fact(members, 0, text.Bytes.Length, string.Empty));
        }

        IFact? root = null;
        List<IFact> others = [];
        foreach (Member member in members)
        {
            if (member.Name == "root")
            {
                root = FactAt(member.Start, member.End, "root");
            }
            else if (member.Name == "facts")
            {
                int i = 0;
                foreach ((int start, int end) in Items(member))
                {
                    others.Add(FactAt(start, end, $"facts[{i++}]"));
                }
            }
            else
            {
                throw text.Error(member.NameStart, member.Name, $"'{member.Name}' is no property of a case. A case has 'root', its fact, and 'facts', a list of others.");
            }
        }

        return new PolicyCase(root ?? throw text.Error(0, string.Empty, "The case has no 'root'. Give the fact that it is about."), others);
    }

    private IFact FactAt(int start, int end, string path) => Fact(Members(start, end, path, "a fact"), start, end, path);

    private IFact Fact(List<Member> members, int start, int end, string path)
    {
        int named = members.FindIndex(member => member.Name == "type");
        if (named < 0)
        {
            throw text.Error(start + Blank(start), path, $"The fact has no 'type'. The types are: {string.Join(", ", types.Names)}.");
        }

        string? name = TextOf(members[named]);
        if (name is null || !types.TryGet(name, out FactType? type))
        {
            string shown = Refused.Show(text.Bytes[members[named].Start..members[named].End].Trim((byte)'"'));
            throw text.Error(members[named].Start, Join(path, "type"), $"{shown} is no type of fact. {Refused.Suggest(name ?? string.Empty, [.. types.Names], "types")}");
        }

        Check(members, type, start, path);
        byte[] copy = text.Bytes[start..end].ToArray();
        Erase(copy, members, named, start);
        copy = WithInitial(copy, members, type);
        try
        {
            return (IFact)JsonSerializer.Deserialize(copy, type.Json)!;
        }
        catch (JsonException refused)
        {
            throw Refuse(refused, members, type, start, path);
        }
    }

    /// <summary>The properties of the object in a range of the text.</summary>
    private List<Member> Members(int start, int end, string path, string what)
    {
        List<Member> members = [];
        Utf8JsonReader reader = new(text.Bytes[start..end]);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw text.Error(start + reader.TokenStartIndex, path, $"{Refused.Show(text.Bytes[start..end])} is not {what}. Write it as an object, {{\"type\":…}}.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                int nameStart = start + (int)reader.TokenStartIndex;
                string name = reader.GetString()!;
                if (members.Count == MostMembers)
                {
                    throw text.Error(nameStart, path, $"The object has more than {MostMembers} properties: it is not {what}.");
                }

                if (members.Exists(member => member.Name == name))
                {
                    throw text.Error(nameStart, Join(path, name), $"'{name}' stands twice. Leave one out.");
                }

                reader.Read();
                int valueStart = start + (int)reader.TokenStartIndex;
                reader.Skip();
                members.Add(new Member(name, nameStart, valueStart, start + (int)reader.BytesConsumed));
            }

            reader.Read();
        }
        catch (JsonException broken)
        {
            // Only the whole text can be broken: its parts were gone over with it.
            throw text.Error(broken);
        }
        catch (InvalidOperationException)
        {
            throw text.Error(start + reader.TokenStartIndex, path, "A name is no valid text: its bytes or escapes are broken. Write it in UTF-8.");
        }

        return members;
    }

    private List<(int Start, int End)> Items(Member list)
    {
        Utf8JsonReader reader = new(text.Bytes[list.Start..list.End]);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw text.Error(list.Start, list.Name, $"{Refused.Show(text.Bytes[list.Start..list.End])} is no list of facts. Write it as [fact, …].");
        }

        List<(int, int)> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int start = list.Start + (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add((start, list.Start + (int)reader.BytesConsumed));
        }

        return items;
    }

    private string? TextOf(Member member)
    {
        Utf8JsonReader reader = new(text.Bytes[member.Start..member.End]);
        reader.Read();
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void Check(List<Member> members, FactType type, int start, string path)
    {
        foreach (Member member in members)
        {
            if (member.Name != "type" && !type.Properties.ContainsKey(member.Name))
            {
                throw text.Error(member.NameStart, Join(path, member.Name), $"'{member.Name}' is no property of {type.Name}. {Refused.Suggest(member.Name, [.. type.Properties.Keys], "properties")}");
            }
        }

        foreach (JsonPropertyInfo property in type.Properties.Values)
        {
            if (property.IsRequired && !members.Exists(member => member.Name == property.Name))
            {
                throw text.Error(start + Blank(start), Join(path, property.Name), $"'{property.Name}' is missing: every {type.Name} has it. Add it.");
            }
        }
    }

    private FactFormatException Refuse(JsonException refused, List<Member> members, FactType type, int start, string path)
    {
        string inner = refused.Path is { Length: > 2 } found ? found[2..] : string.Empty;
        int at = members.FindIndex(member => inner == member.Name || inner.StartsWith($"{member.Name}.", StringComparison.Ordinal) || inner.StartsWith($"{member.Name}[", StringComparison.Ordinal));
        string place = Join(path, inner);
        if (refused is ValueFormatException value)
        {
            return text.Error(start + value.Offset, place, $"{place}: {value.Message}");
        }

        if (at < 0)
        {
            return text.Error(start, place, $"The fact cannot be read: {refused.Message}");
        }

        Member member = members[at];
        string shown = Refused.Show(text.Bytes[member.Start..member.End]);
        string expected = inner == member.Name ? Expected(type.Properties[member.Name].PropertyType) : $"as it should be at '{inner}': {refused.Message}";
        return text.Error(member.Start, place, $"{place}: {shown} is not {expected}.");
    }

    private static string Expected(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? "text: put it into quotes"
            : plain == typeof(bool) ? "true or false"
            : plain == typeof(decimal) || plain == typeof(double) ? "a number: write it without quotes"
            : plain.IsPrimitive ? "a whole number in range: write it without quotes"
            : "of the form that the property wants";
    }

    /// <summary>Blanks the type, which the record does not have, and a comma with it; nothing else moves.</summary>
    private static void Erase(byte[] copy, List<Member> members, int named, int start)
    {
        bool last = named == members.Count - 1;
        int from = last && named > 0 ? members[named - 1].End : members[named].NameStart;
        int to = last ? members[named].End : members[named + 1].NameStart;
        foreach (ref byte spot in copy.AsSpan((from - start)..(to - start)))
        {
            spot = spot is (byte)'\n' ? spot : (byte)' ';
        }
    }

    /// <summary>Adds the initial values of absent properties at the end, where they move nothing.</summary>
    private static byte[] WithInitial(byte[] copy, List<Member> members, FactType type)
    {
        if (type.Initial.Count == 0)
        {
            return copy;
        }

        StringBuilder added = new();
        bool first = members.Count == 1;
        foreach ((string name, string json) in type.Initial)
        {
            if (!members.Exists(member => member.Name == name))
            {
                added.Append(first ? string.Empty : ",").Append('"').Append(name).Append("\":").Append(json);
                first = false;
            }
        }

        int end = copy.AsSpan().LastIndexOf((byte)'}');
        return [.. copy.AsSpan(0, end), .. Encoding.UTF8.GetBytes(added.ToString()), (byte)'}'];
    }

    private int Blank(int start) => Math.Max(0, text.Bytes[start..].IndexOfAnyExcept(" \t\r\n"u8));

    private static string Join(string path, string name) => path.Length == 0 ? name : name.Length == 0 ? path : $"{path}.{name}";

    private readonly record struct Member(string Name, int NameStart, int Start, int End);
}

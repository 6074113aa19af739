using System.Text.Json;

namespace ServicePolicy.Serialization;

internal ref partial struct FactReader
{
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
        if (types.IsNameOfASecret(name))
        {
            mistakes.HideValues();
        }

        string[] known = [.. type.Members.Select(member => member.Name).Order(StringComparer.Ordinal)];
        string wrong = $"is no property of {type.Name}. {Refused.Suggest(name, known, "properties")}";
        mistakes.Add(reader.TokenStartIndex, (place.OfUnknown(name), $"{Refused.Show(ref reader)} {wrong}"), (place.ToString(), $"This {wrong}"));
        reader.Skip();
    }

    private void AddTwice(FactPlace place, string name)
    {
        mistakes.Add(reader.TokenStartIndex, place.OfUnknown(name), $"'{name}' stands twice. Leave one out.");
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

using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Serialization;

/// <summary>JSON as it is put together, compact: names and values one after another, with commas where they are needed.</summary>
/// <remarks>
/// Most of a decision is names that are known beforehand, and times. To put them where they belong costs half of what it costs by calls of <see cref="Utf8JsonWriter"/>,
/// which asks at each how it is set up; it gets the whole in one piece.
/// </remarks>
internal ref struct JsonBuilder(JavaScriptEncoder? encoder) : IDisposable
{
    private readonly JavaScriptEncoder encoder = encoder ?? JavaScriptEncoder.Default;
    private Utf8Builder text = new();

    /// <summary>Whether a name or a value that comes next follows another, after a comma.</summary>
    private bool follows;

    /// <summary>Puts together a value and writes it, in the layout of the writer.</summary>
    public static void Write<TState>(Utf8JsonWriter writer, TState state, Building<TState> build)
    {
        JsonBuilder json = new(writer.Options.Encoder);
        try
        {
            build(ref json, state);
            json.WriteTo(writer);
        }
        finally
        {
            json.Dispose();
        }
    }

    public delegate void Building<in TState>(ref JsonBuilder json, TState state);

    /// <summary>Adds a member that says the same every time, and is made with <paramref name="build"/> the first time.</summary>
    public void Same<TState>(JsonName name, TState state, ref Repeated<TState>? repeated, Building<TState> build)
        where TState : class
    {
        Name(name);
        int start = text.Length;
        if (repeated is { } written && ReferenceEquals(written.State, state) && ReferenceEquals(written.Encoder, encoder))
        {
            text.Append(written.Json);
            follows = true;
        }
        else
        {
            build(ref this, state);
            repeated = new Repeated<TState>(state, encoder, text.Written[start..].ToArray());
        }
    }

    public void StartObject() => Start((byte)'{');

    public void EndObject() => End((byte)'}');

    public void StartArray() => Start((byte)'[');

    public void EndArray() => End((byte)']');

    public void Name(JsonName name)
    {
        text.Append(follows ? name.Following : name.First);
        follows = false;
    }

    public void StartObject(JsonName name)
    {
        Name(name);
        text.Append((byte)'{');
    }

    public void StartArray(JsonName name)
    {
        Name(name);
        text.Append((byte)'[');
    }

    /// <summary>The member that says which value of an enum there is.</summary>
    public void Member<TEnum>(EnumMember<TEnum> member, TEnum value)
        where TEnum : struct, Enum
    {
        ReadOnlySpan<byte> written = member.Of(value);
        text.Append(follows ? written : written[1..]);
        follows = true;
    }

    public void String(JsonName name, scoped ReadOnlySpan<char> value)
    {
        Name(name);
        String(value);
    }

    public void String(scoped ReadOnlySpan<char> value)
    {
        int start = StartString();
        text.Append(value);
        EndString(start);
    }

    /// <summary>Begins a string whose text is put together in <see cref="Text"/>; <see cref="EndString"/> takes what this gives.</summary>
    public int StartString()
    {
        Separate();
        text.Append((byte)'"');
        return text.Length;
    }

    /// <summary>Ends a string: what in it may not stand in JSON as it is is escaped.</summary>
    public void EndString(int start)
    {
        if (encoder.FindFirstCharacterToEncodeUtf8(text.Written[start..]) >= 0)
        {
            int length = text.Length - start;
            Span<byte> encoded = text.Room(length * encoder.MaxOutputCharactersPerInputCharacter);
            encoder.EncodeUtf8(text.Written[start..], encoded, out _, out int written);
            text.Cut(start);
            text.Append(encoded[..written]);
        }

        End((byte)'"');
    }

    /// <summary>Where a string is put together between <see cref="StartString"/> and <see cref="EndString"/>.</summary>
    [UnscopedRef]
    public ref Utf8Builder Text => ref text;

    public void Instant(JsonName name, Instant value)
    {
        Name(name);
        Instant(value);
    }

    /// <summary>An instant, or nothing where there is none.</summary>
    public void Instant(JsonName name, Instant? value)
    {
        if (value is { } at)
        {
            Instant(name, at);
        }
    }

    public void Duration(JsonName name, Duration value)
    {
        Name(name);
        Span<byte> room = text.Room(DurationText.MostBytes + 2);
        Quote(room, DurationText.Format(value, room[1..]));
    }

    /// <summary>A length of time, or nothing where there is none.</summary>
    public void Duration(JsonName name, Duration? value)
    {
        if (value is { } length)
        {
            Duration(name, length);
        }
    }

    /// <summary>A stretch of time; an end that is open is null.</summary>
    public void Interval(JsonName name, Interval interval) => Interval(name, interval.HasStart ? interval.Start : NodaTime.Instant.MinValue, interval.HasEnd ? interval.End : NodaTime.Instant.MaxValue);

    /// <summary>A stretch of time; an end at the end of time is null.</summary>
    public void Interval(JsonName name, Instant start, Instant end)
    {
        StartObject(name);
        Name(JsonNames.Start);
        End(start, NodaTime.Instant.MinValue);
        Name(JsonNames.End);
        End(end, NodaTime.Instant.MaxValue);
        EndObject();
    }

    public void Key(JsonName name, IFact fact, FactTypes types)
    {
        Name(name);
        text.Append(types.StartOfKey(fact));
        String(fact.Id);
        EndObject();
    }

    public void Key(JsonName name, FactKey key)
    {
        Name(name);
        Key(key);
    }

    public void Key(FactKey key)
    {
        StartObject();
        String(JsonNames.Type, CamelCase.Of(key.Type));
        String(JsonNames.Id, key.Id);
        EndObject();
    }

    public void Money(JsonName name, Money money)
    {
        Span<char> code = stackalloc char[Currency.MostCharacters];
        StartObject(name);
        Number(JsonNames.Amount, money.Amount);
        String(JsonNames.Currency, code[..money.Currency.CopyTo(code)]);
        EndObject();
    }

    public void Number(JsonName name, decimal value)
    {
        Name(name);
        Number(value);
    }

    /// <summary>A number, or null where nobody knows it.</summary>
    public void Number(JsonName name, decimal? value)
    {
        Name(name);
        if (value is { } known)
        {
            Number(known);
        }
        else
        {
            Null();
        }
    }

    public void Number(int value)
    {
        Separate();
        text.Append(value);
        follows = true;
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => text.Dispose();

    private void Start(byte bracket)
    {
        Separate();
        text.Append(bracket);
        follows = false;
    }

    private void End(byte bracket)
    {
        text.Append(bracket);
        follows = true;
    }

    private void Separate()
    {
        if (follows)
        {
            text.Append((byte)',');
        }
    }

    private void Number(decimal value)
    {
        text.Append(value);
        follows = true;
    }

    private void Null()
    {
        text.Append("null"u8);
        follows = true;
    }

    private void End(Instant end, Instant open)
    {
        if (end == open)
        {
            Null();
        }
        else
        {
            Instant(end);
        }
    }

    private void Instant(Instant at)
    {
        Span<byte> room = text.Room(InstantText.MostBytes + 2);
        Quote(room, InstantText.Format(at, room[1..]));
    }

    /// <summary>Puts quotes around what was formatted one byte into the room behind the text.</summary>
    private void Quote(scoped Span<byte> room, int length)
    {
        room[0] = room[length + 1] = (byte)'"';
        text.Advance(length + 2);
        follows = true;
    }

    private readonly void WriteTo(Utf8JsonWriter writer)
    {
        if (writer.Options.Indented)
        {
            Utf8JsonReader reader = new(text.Written);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            document.RootElement.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(text.Written, skipInputValidation: true);
        }
    }

    /// <summary>What was put together of something for an encoder.</summary>
    public sealed record Repeated<TState>(TState State, JavaScriptEncoder Encoder, byte[] Json);
}

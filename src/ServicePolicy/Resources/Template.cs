using System.Collections.Immutable;
using System.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>A text with named places, <c>{due}</c>, and optional parts, <c>[, due {due}]</c>, that vanish where a place in them has nothing to say.</summary>
internal sealed class Template
{
    private readonly ImmutableArray<Part> parts;

    public Template(string text)
    {
        ImmutableArray<Part>.Builder found = ImmutableArray.CreateBuilder<Part>();
        int group = 0, groups = 0;
        StringBuilder literal = new();
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '[':
                    Flush();
                    group = ++groups;
                    break;
                case ']':
                    Flush();
                    group = 0;
                    break;
                case '{':
                    Flush();
                    int end = text.IndexOf('}', i);
                    found.Add(new Part(null, PlaceOf(text[(i + 1)..end]), group));
                    i = end;
                    break;
                default:
                    literal.Append(text[i]);
                    break;
            }
        }

        Flush();
        parts = found.ToImmutable();

        void Flush()
        {
            if (literal.Length > 0)
            {
                found.Add(PartOf(literal.ToString(), group));
                literal.Clear();
            }
        }
    }

    private Template(IEnumerable<Part> parts) => this.parts = [.. Joined(parts)];

    /// <summary>A text that has no places, whatever characters there are in it.</summary>
    public static Template Literal(string text) => new([PartOf(text, 0)]);

    /// <summary>The text with what is known beforehand at its places, so that fewer are left to be filled.</summary>
    public Template With(Standard standard, Template text) => new(parts.SelectMany(part => (part.Literal, part.Place) switch
    {
        (null, MessagePlace.Id) => [PartOf(standard.Id, part.Group)],
        (null, MessagePlace.Source) => [PartOf(standard.Source, part.Group)],
        (null, MessagePlace.Text) => text.parts.Select(own => own with { Group = own.Group == 0 ? part.Group : own.Group + parts.Length }),
        _ => (IEnumerable<Part>)[part],
    }));

    /// <summary>Whether every place that is no part of an option has something to say.</summary>
    public bool IsFilled<TValues>(in TValues values)
        where TValues : struct, IMessageValues, allows ref struct
    {
        foreach (Part part in parts)
        {
            if (part.Literal is null && part.Group == 0 && !values.Has(part.Place))
            {
                return false;
            }
        }

        return true;
    }

    public void Append<TValues>(in TValues values, ref Utf8Builder text)
        where TValues : struct, IMessageValues, allows ref struct
    {
        for (ReadOnlySpan<Part> rest = parts.AsSpan(); rest.Length > 0;)
        {
            int together = Together(rest);
            ReadOnlySpan<Part> next = rest[..together];
            rest = rest[together..];
            if (next[0].Group != 0 && LacksAny(values, next))
            {
                continue;
            }

            foreach (ref readonly Part part in next)
            {
                if (part.Literal is { } literal)
                {
                    text.Append(literal);
                }
                else if (part.Group != 0 || values.Has(part.Place))
                {
                    values.Append(part.Place, ref text);
                }
            }
        }
    }

    /// <summary>How many parts from the first on are there or vanish together; what is no part of an option is by itself.</summary>
    private static int Together(ReadOnlySpan<Part> parts)
    {
        int group = parts[0].Group, count = 1;
        while (group != 0 && count < parts.Length && parts[count].Group == group)
        {
            count++;
        }

        return count;
    }

    private static bool LacksAny<TValues>(in TValues values, ReadOnlySpan<Part> option)
        where TValues : struct, IMessageValues, allows ref struct
    {
        foreach (ref readonly Part part in option)
        {
            if (part.Literal is null && !values.Has(part.Place))
            {
                return true;
            }
        }

        return false;
    }

    private static Part PartOf(string literal, int group) => new(Encoding.UTF8.GetBytes(literal), default, group);

    /// <summary>Literals that follow each other as one.</summary>
    private static List<Part> Joined(IEnumerable<Part> parts)
    {
        List<Part> joined = [];
        foreach (Part part in parts)
        {
            if (part.Literal is { } literal && joined is [.., { Literal: { } before } last] && last.Group == part.Group)
            {
                joined[^1] = part with { Literal = [.. before, .. literal] };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    private static MessagePlace PlaceOf(string name) =>
        Enum.TryParse(name, ignoreCase: true, out MessagePlace place) ? place : throw new InvalidOperationException($"Messages have no place '{{{name}}}'.");

    /// <summary>A piece of the text: literal, in UTF-8, or a place.</summary>
    private readonly record struct Part(byte[]? Literal, MessagePlace Place, int Group);
}

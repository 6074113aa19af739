using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

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
                found.Add(new Part(literal.ToString(), default, group));
                literal.Clear();
            }
        }
    }

    private Template(ImmutableArray<Part> parts) => this.parts = parts;

    /// <summary>A text that has no places, whatever characters there are in it.</summary>
    public static Template Literal(string text) => new([new Part(text, default, 0)]);

    /// <summary>Whether every place that is no part of an option has something to say.</summary>
    public bool IsFilled<TValues>(in TValues values)
        where TValues : struct, IMessageValues
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

    public void Append<TValues>(in TValues values, ref DefaultInterpolatedStringHandler text)
        where TValues : struct, IMessageValues
    {
        for (int i = 0; i < parts.Length;)
        {
            int group = parts[i].Group, end = i;
            bool whole = true;
            for (; end < parts.Length && parts[end].Group == group; end++)
            {
                whole &= parts[end].Literal is not null || values.Has(parts[end].Place);
            }

            for (; i < end; i++)
            {
                if (parts[i].Literal is { } literal)
                {
                    text.AppendLiteral(whole || group == 0 ? literal : string.Empty);
                }
                else if ((whole || group == 0) && values.Has(parts[i].Place))
                {
                    values.Append(parts[i].Place, ref text);
                }
            }
        }
    }

    private static MessagePlace PlaceOf(string name) =>
        Enum.TryParse(name, ignoreCase: true, out MessagePlace place) ? place : throw new InvalidOperationException($"Messages have no place '{{{name}}}'.");

    /// <summary>A piece of the text: literal, or a place.</summary>
    private readonly record struct Part(string? Literal, MessagePlace Place, int Group);
}

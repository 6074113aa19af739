using System.Text;

namespace ServicePolicy.Resources;

/// <summary>A text with named places, <c>{due}</c>, and optional parts, <c>[, due {due}]</c>, that vanish where a place in them has nothing to say.</summary>
internal sealed class Template
{
    private readonly List<(string Text, bool IsPlace, int Group)> parts = [];

    public Template(string text)
    {
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
                    parts.Add((text[(i + 1)..end], true, group));
                    i = end;
                    break;
                default:
                    literal.Append(text[i]);
                    break;
            }
        }

        Flush();

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add((literal.ToString(), false, group));
                literal.Clear();
            }
        }
    }

    public string Render(Func<string, string?> value)
    {
        StringBuilder text = new(128);
        for (int i = 0; i < parts.Count;)
        {
            int start = text.Length, group = parts[i].Group;
            bool whole = true;
            for (; i < parts.Count && parts[i].Group == group; i++)
            {
                string? part = parts[i].IsPlace ? value(parts[i].Text) : parts[i].Text;
                whole &= part is not null;
                text.Append(part);
            }

            if (!whole && group != 0)
            {
                text.Length = start;
            }
        }

        return text.ToString();
    }
}

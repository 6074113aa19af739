using System.Text.RegularExpressions;

namespace ServicePolicy.Samples.Output;

/// <summary>What is said of single cases; where many say the same, the first of them and a count.</summary>
internal sealed partial class Messages(TextWriter writer, bool all)
{
    /// <summary>As many of a kind as a person reads.</summary>
    private const int Told = 10;

    /// <summary>As many kinds as are told apart; the rest are told one by one.</summary>
    private const int Kinds = 1000;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Write(Message message)
    {
        string kind = Values().Replace(message.Text, "…");
        int count = counts.GetValueOrDefault(kind);
        if (count > 0 || counts.Count < Kinds)
        {
            counts[kind] = count + 1;
        }

        if (all || count < Told)
        {
            writer.WriteLine(message);
        }
    }

    /// <summary>Tells how many were not told.</summary>
    public void Close()
    {
        foreach ((string kind, int count) in counts.Where(pair => !all && pair.Value > Told))
        {
            writer.WriteLine(FormattableString.Invariant($"… and {count - Told:N0} more: {kind}"));
        }

        if (!all && counts.Values.Any(count => count > Told))
        {
            writer.WriteLine("--all tells each of them.");
        }
    }

    [GeneratedRegex("'[^']*'|[0-9][0-9.:TZ+-]*")]
    private static partial Regex Values();
}

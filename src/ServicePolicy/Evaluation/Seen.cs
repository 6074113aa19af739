using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Evaluation;

/// <summary>What a condition saw, for a trace: the properties that its source text reads, and the inputs that it says it needs.</summary>
/// <remarks>Conditions are delegates, and nothing watches them: a property that only a helper method reads is not found, unless it is named as needed.</remarks>
internal static partial class Seen
{
    private const int Most = 10;

    /// <summary>The values of a condition on one fact, or on a fact and what was matched with it.</summary>
    /// <param name="text">The condition as written, such as <c>c => c.Tier.Is(tier)</c>.</param>
    /// <param name="needs">The inputs that it names.</param>
    /// <param name="first">The first fact.</param>
    /// <param name="second">A fact, or facts, or nothing.</param>
    public static IReadOnlyList<TraceValue> By(string text, InputSet? needs, IFact first, object? second = null)
    {
        IFact[][] sides = [[first], second is null ? [] : second is IFact fact ? [fact] : [.. ((IEnumerable)second).OfType<IFact>()]];
        (int Side, string Property)[] reads = [.. Reads(text).Distinct()];
        string[] named = [.. (needs?.Names ?? []).Except(reads.Select(read => read.Property))];
        List<TraceValue> values = [];
        foreach ((int side, string property) in reads)
        {
            AddAll(values, sides[side], property);
        }

        foreach (string name in named)
        {
            Array.ForEach(sides, side => AddAll(values, side, name));
        }

        return values;
    }

    /// <summary>The value of an event that a rule looks at.</summary>
    public static IReadOnlyList<TraceValue> Event(InputSet name, IFact fact, Occurrence happened) => [new TraceValue(FactKey.Of(fact), name.ToString(), Text(happened))];

    /// <summary>A finding that a rule was offered.</summary>
    public static TraceValue Finding(string standard, IFact subject, in Cell cell) => new(
        FactKey.Of(subject),
        standard,
        $"{(cell.State == FindingState.None ? cell.Kind.ToString() : cell.State.ToString())} from {Bound(cell.Start)} to {Bound(cell.End)}");

    private static IEnumerable<(int Side, string Property)> Reads(string text)
    {
        int arrow = text.IndexOf("=>", StringComparison.Ordinal);
        string[] names = arrow < 0 ? [] : [.. Word().Matches(text[..arrow]).Select(match => match.Value).Where(name => name != "static")];
        foreach (Match read in Property().Matches(text, Math.Max(arrow, 0)))
        {
            if (Array.IndexOf(names, read.Groups[1].Value) is >= 0 and < 2 and int side)
            {
                yield return (side, read.Groups[2].Value);
            }
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Rules keep the properties of the facts that they name; what is trimmed away for all that is left out.")]
    private static void AddAll(List<TraceValue> values, IFact[] facts, string property)
    {
        if (facts is not [{ } first, ..] || first.GetType().GetProperty(property) is not { } found || found.GetIndexParameters().Length > 0)
        {
            return;
        }

        foreach (IFact fact in facts.Take(Most))
        {
            values.Add(new TraceValue(FactKey.Of(fact), property, Text(found.GetValue(fact))));
        }

        if (facts.Length > Most)
        {
            values.Add(new TraceValue(FactKey.Of(facts[Most]), property, string.Create(CultureInfo.InvariantCulture, $"and {facts.Length - Most} more")));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        string text => text,
        Instant instant => Bound(instant),
        Occurrence { Instant: { } at } => Bound(at),
        Interval during => $"{(during.HasStart ? Bound(during.Start) : "always")} to {(during.HasEnd ? Bound(during.End) : "always")}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Take(Most).Select(Text))}{(many.Cast<object?>().Skip(Most).Any() ? ", …" : string.Empty)}]",
        _ => value.ToString() ?? string.Empty,
    };

    private static string Bound(Instant instant) => instant == Instant.MinValue || instant == Instant.MaxValue ? "always" : InstantText.Format(instant);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(\w+)(?:\[\d+\])?[?!]?\.(\w+)")]
    private static partial Regex Property();
}

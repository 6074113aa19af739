using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy.Inspection;

/// <summary>Which section of the score card, or which item of it, a breach of another family's clause takes points from (INS-13).</summary>
/// <remarks>Immutable. Two maps are equal when they have the same entries. As text an entry is the clause and its target, <c>HND-08 INS-08.01, HND-10 INS-03</c>.</remarks>
public sealed class BreachMap : IEquatable<BreachMap>
{
    private readonly SortedDictionary<string, string> targets;

    private BreachMap(SortedDictionary<string, string> targets) => this.targets = targets;

    /// <summary>The clauses of other families that come from the same part of ZJ as a section, or say the same as an item of it.</summary>
    public static BreachMap Default { get; } = Parse(
        "HND-08 INS-08.01, HND-09 INS-08.02, HND-10 INS-03, HND-11 INS-07.01, HND-12 INS-04, HND-13 INS-04, HND-14 INS-04, HND-15 INS-04, HND-17 INS-09, HND-18 INS-09, "
        + "HND-19 INS-04, HND-20 INS-04, HND-21 INS-09, HND-24 INS-04, HND-25 INS-04, HND-26 INS-09, SUB-08 INS-06.03, SUB-09 INS-02, SUB-13 INS-06.01, SUB-14 INS-02, "
        + "SUB-18 INS-06.01, CNV-06 INS-02");

    /// <summary>The targets by clause: the Id of a section's standard in which every shortfall costs the same, or of an item of <see cref="Checklist"/>.</summary>
    public IReadOnlyDictionary<string, string> Targets => targets;

    /// <summary>Reads a map; blank text is one without entries, by which no breach takes points off.</summary>
    /// <exception cref="FormatException">The text is no map: an entry is no pair, a clause stands twice, or there is no such target.</exception>
    public static BreachMap Parse(string text) => TryParse(text, out BreachMap? map)
        ? map
        : throw new FormatException($"'{text}' is no map of breaches. Give clauses, each once, with the Id of an item, or of a section whose shortfalls cost the same: HND-08 INS-08.01, HND-10 INS-03.");

    /// <summary>Reads a map, if the text is one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out BreachMap? map)
    {
        SortedDictionary<string, string> read = new(StringComparer.Ordinal);
        map = text is not null && text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(entry => TryAdd(entry, read))
            ? new BreachMap(read)
            : null;
        return map is not null;
    }

    internal static BreachMap? ParseOrNull(string text) => TryParse(text, out BreachMap? map) ? map : null;

    /// <inheritdoc/>
    public bool Equals(BreachMap? other) => other is not null && targets.SequenceEqual(other.targets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BreachMap);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The entries in the order of their clauses, as they are read.</summary>
    public override string ToString() => string.Join(", ", targets.Select(entry => $"{entry.Key} {entry.Value}"));

    private static bool TryAdd(string entry, SortedDictionary<string, string> read) =>
        entry.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var clause, var target] && IsTarget(target) && read.TryAdd(clause, target);

    private static bool IsTarget(string id) => Checklist.TryGetItem(id, out _) || ScoreSections.All.Any(section => section.Standard == id && section.Each is not null);
}

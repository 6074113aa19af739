using System.Collections;
using System.Diagnostics.CodeAnalysis;
using ServicePolicy.Plans;
using ServicePolicy.Rules;

namespace ServicePolicy.Catalogue;

/// <summary>The standards of an engine, by Id.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "A catalogue is what the field calls it.")]
public sealed class StandardCatalogue : IReadOnlyCollection<CatalogueEntry>
{
    /// <summary>The version of the catalogue that this library implements.</summary>
    public const string CatalogueVersion = "1";

    private readonly SortedDictionary<string, CatalogueEntry> entries = new(StringComparer.Ordinal);

    internal StandardCatalogue(IEnumerable<RuleSet> sets, ServiceStandards figures, Func<Standard, bool> isOn)
    {
        ILookup<string, Figure> byStandard = figures.Figures.ToLookup(figure => figure.Standard);
        RuleSet[] all = [.. sets];
        ILookup<string, Rule> rules = all.SelectMany(set => set.Rules).ToLookup(rule => rule.StandardId);
        foreach (RuleSet set in all)
        {
            foreach (Standard standard in set.Standards)
            {
                CatalogueEntry entry = new(standard, set.Name, [.. byStandard[standard.Id]], isOn(standard));
                bool lacksFigures = rules[standard.Id].Any() && rules[standard.Id].All(rule => rule.IsLeftOut);
                entries.TryAdd(standard.Id, entry with { IsConfigured = entry.IsConfigured && !lacksFigures });
            }
        }
    }

    /// <summary>How many standards there are.</summary>
    public int Count => entries.Count;

    /// <summary>The standard of an Id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public CatalogueEntry GetEntry(string id) => TryGetEntry(id, out CatalogueEntry? entry)
        ? entry
        : throw new KeyNotFoundException($"There is no standard '{id}'. The catalogue lists all there are.");

    /// <summary>The standard of an Id, if there is one.</summary>
    public bool TryGetEntry(string id, [NotNullWhen(true)] out CatalogueEntry? entry) => entries.TryGetValue(id, out entry);

    /// <inheritdoc/>
    public IEnumerator<CatalogueEntry> GetEnumerator() => entries.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

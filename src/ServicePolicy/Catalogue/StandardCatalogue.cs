using System.Collections;
using System.Diagnostics.CodeAnalysis;
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
        foreach (RuleSet set in sets)
        {
            foreach (Standard standard in set.Standards)
            {
                entries.TryAdd(standard.Id, new CatalogueEntry(standard, set.Name, [.. byStandard[standard.Id]], isOn(standard)));
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

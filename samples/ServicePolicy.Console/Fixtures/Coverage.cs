using ServicePolicy.Catalogue;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>Which standards the fixtures exercise, and in which states or kinds.</summary>
internal sealed class Coverage(StandardCatalogue catalogue)
{
    private readonly Dictionary<string, SortedSet<string>> seen = [];

    public IEnumerable<(CatalogueEntry Entry, IReadOnlyCollection<string> Seen)> Clauses =>
        catalogue.Select(entry => (entry, (IReadOnlyCollection<string>)seen.GetValueOrDefault(entry.Standard.Id, [])));

    public void Add(FindingList findings)
    {
        foreach (Finding finding in findings)
        {
            if (!seen.TryGetValue(finding.Standard.Id, out SortedSet<string>? outcomes))
            {
                seen.Add(finding.Standard.Id, outcomes = new SortedSet<string>(StringComparer.Ordinal));
            }

            outcomes.Add(Words.Says(finding));
        }
    }
}

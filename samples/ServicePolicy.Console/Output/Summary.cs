using System.Globalization;
using ServicePolicy.Catalogue;
using ServicePolicy.Serialization;
using Spectre.Console;

namespace ServicePolicy.Samples.Output;

/// <summary>What the decisions of a run come to, counted.</summary>
internal sealed class Summary(StandardCatalogue catalogue)
{
    private readonly SortedDictionary<PolicyOutcome, int> outcomes = [];
    private readonly Dictionary<(string Standard, string Says), int> findings = [];
    private readonly Dictionary<string, int> spoken = [];
    private readonly HashSet<string> standards = new(StringComparer.Ordinal);

    public int Decided { get; private set; }

    public int Unusable { get; set; }

    public int Read => Decided + Unusable;

    public void Add(PolicyDecision decision)
    {
        Decided++;
        outcomes[decision.Outcome] = outcomes.GetValueOrDefault(decision.Outcome) + 1;
        standards.Clear();
        foreach (Finding finding in decision.Findings)
        {
            (string, string) key = (finding.Standard.Id, Words.Says(finding));
            findings[key] = findings.GetValueOrDefault(key) + 1;
            if (standards.Add(finding.Standard.Id))
            {
                spoken[finding.Standard.Id] = spoken.GetValueOrDefault(finding.Standard.Id) + 1;
            }
        }
    }

    public void Write(TextWriter writer, CultureInfo culture)
    {
        IAnsiConsole console = Terminal.Tables(writer);
        Table totals = new Table().AddColumn("outcome").AddColumn(new TableColumn("cases").RightAligned()).MinimalBorder();
        foreach ((PolicyOutcome outcome, int count) in outcomes.Reverse())
        {
            totals.AddRow(Words.Camel(outcome.ToString()), Count(count));
        }

        totals.AddRow("decided", Count(Decided)).AddRow("unusable", Count(Unusable)).AddRow("read", Count(Read));
        console.Write(totals);
        if (Decided == 0)
        {
            return;
        }

        Table clauses = new Table().AddColumn("standard").AddColumn("findings").AddColumn(new TableColumn("cases without").RightAligned()).AddColumn("title").MinimalBorder();
        foreach (CatalogueEntry entry in catalogue.Where(entry => spoken.ContainsKey(entry.Standard.Id)))
        {
            string id = entry.Standard.Id;
            IEnumerable<string> says = findings.Where(pair => pair.Key.Standard == id).OrderBy(pair => pair.Key.Says, StringComparer.Ordinal).Select(pair => $"{pair.Key.Says} {Count(pair.Value)}");
            clauses.AddRow(id, string.Join(", ", says), Count(Decided - spoken[id]), entry.Standard.Title(culture).EscapeMarkup());
        }

        console.Write(clauses);
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}

using ServicePolicy.Catalogue;
using ServicePolicy.Plans;
using Xunit;

namespace ServicePolicy.Tests.Catalogue;

/// <summary>The catalogue closes: what the handbooks ask for is what the engine knows, and each standard is enforced by rules or says which figure it lacks.</summary>
public sealed class CatalogueClosesTests
{
    /// <summary>How many clauses each family has; their Ids are numbered without a gap.</summary>
    private static readonly (string Family, int Clauses)[] Families =
    [
        ("CMP", 24), ("CNV", 11), ("CRD", 15), ("CUS", 12), ("HND", 27), ("INS", 13), ("MSG", 12), ("OPS", 12), ("PRV", 7), ("RFD", 11), ("SUB", 20),
    ];

    private static readonly PolicyEngine Engine = PolicyEngine.Create(ServiceStandards.Default);

    private static IEnumerable<string> Ids => Families.SelectMany(family => Enumerable.Range(1, family.Clauses).Select(number => FormattableString.Invariant($"{family.Family}-{number:00}")));

    [Fact]
    public void Standards_OfTheCatalogue_AreThoseOfTheHandbooks() =>
        Assert.Equal(Ids, Engine.Catalogue.Select(entry => entry.Standard.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Standards_ThatLackTheirFigure_SayWhich() => Assert.Equal(
        [
            "CMP-06 Complaints:Extension",
            "CMP-16 Complaints:MostExtra",
            "CMP-18 Complaints:SolvedOnTheSpot",
            "CMP-21 Complaints:SuggestionFeedback, Complaints:SolvedAtFirstContact, Complaints:PassedUp",
            "CMP-24 Complaints:HallGoTone, Complaints:HallMZone, Complaints:HallEasyown",
            "CRD-14 Credentials:Reminder",
            "HND-22 Handling:Joining, Handling:DataChange, Handling:NoDataChange, Handling:CrossRegion",
            "OPS-03 Operations:AssessmentAnchor",
            "OPS-09 Operations:HallFigures",
            "OPS-12 Operations:ProviderRating",
            "SUB-20 Subscriptions:PointsQueryCode, Subscriptions:PointsDonationCode",
        ],
        Engine.Catalogue.Where(entry => !entry.IsEnforced)
            .OrderBy(entry => entry.Standard.Id, StringComparer.Ordinal)
            .Select(entry => $"{entry.Standard.Id} {string.Join(", ", entry.Figures.Where(figure => figure.Value is null).Select(figure => figure.Path))}"));

    /// <summary>Both ways: no standard that is called enforced is without rules, and none that is called not configured has any.</summary>
    [Fact]
    public void Rules_OfTheEngine_AreThoseOfEnforcedStandards()
    {
        Plan plan = Assert.Single(Engine.Plans);

        Assert.Equal(
            Engine.Catalogue.Where(entry => entry.IsEnforced).Select(entry => entry.Standard.Id).Order(StringComparer.Ordinal),
            Enumerable.Range(0, plan.Standards.Length).Where(standard => plan.RulesOf((short)standard).Length > 0 || IsWrittenByOthers(plan, standard)).Select(standard => plan.Standards[standard].Id));
    }

    /// <summary>Where handbooks differ the one names the other; the average wait (HND-08) differs from two, and names the first.</summary>
    [Fact]
    public void DiffersFrom_OfAStandard_IsMutual()
    {
        Dictionary<string, string> pairs = Engine.Catalogue.Where(entry => entry.Standard.DiffersFrom is not null).ToDictionary(entry => entry.Standard.Id, entry => entry.Standard.DiffersFrom!);

        Assert.Equal("HND-08", pairs["HND-03"]);
        Assert.All(pairs.Where(pair => pair.Key != "HND-03"), pair => Assert.Equal(pair.Key, pairs[pair.Value]));
    }

    // A settlement writes what is paid beyond what is owed for a standard beside those that it settles.
    private static bool IsWrittenByOthers(Plan plan, int standard) =>
        plan.Nodes.SelectMany(node => node.Rules).Any(rule => rule.Rule is SettlementRule settlement && settlement.Excess == plan.Standards[standard].Id);
}

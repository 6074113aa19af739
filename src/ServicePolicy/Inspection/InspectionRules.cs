using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>The rules on the score card of a hall (INS).</summary>
public sealed class InspectionRules : RuleSet
{
    private readonly CardScore score;

    /// <summary>The rules with the figures of one edition.</summary>
    public InspectionRules(InspectionStandards figures)
        : base("Inspection", InspectionStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        score = new CardScore(figures);

        // INS-01 to INS-10: what a shortfall costs, and what excuses it, stands in the checklist.
        foreach (ScoreSections section in ScoreSections.All)
        {
            OnCard(section.Standard)
                .When("the section applies to the hall", (card, _) => !card.NotApplicable.Contains(section.Section))
                .WithBreachesOf(score.Deductions.Clauses)
                .Yield((card, records, to) => score.Section(section, card, records, to));
        }

        OnCard("INS-11").Yield((card, records, to) => score.Bonus(card, records, to));

        Rule("INS-12", "somebody at the counters").For<CounterCheck>()
            .Yield((c, to) => to.Limit(c.FoundDeserted, within: figures.CountersDeserted, until: c.Staffed.Since(c.FoundDeserted)));

        OnCard("INS-12", "the whole card").WithBreachesOf(score.Deductions.Clauses)
            .Yield((card, records, to) => score.Total(card, records, to));

        OnCard("INS-13").WithBreachesOf(score.Deductions.Clauses)
            .Yield((card, _, to) => score.Breaches(card, to));
    }

    private RuleBuilder<ScoreCard, IReadOnlyList<ICardRecord>> OnCard(string standard, string? variant = null) =>
        Rule(standard, variant).For<ScoreCard>().Collect<ICardRecord>(card => card.Id, record => record.CardId);
}

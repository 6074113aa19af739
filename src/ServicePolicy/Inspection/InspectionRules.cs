using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>The rules on the score card of a hall (INS).</summary>
public sealed class InspectionRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public InspectionRules(InspectionStandards figures)
        : base("Inspection", InspectionStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Score = new CardScore(figures);

        // INS-01 to INS-10: what a shortfall costs, and what excuses it, stands in the checklist.
        foreach (ScoreSections section in ScoreSections.All)
        {
            OnCard(section.Standard)
                .When("the section applies to the hall", (card, _) => !card.NotApplicable.Contains(section.Section))
                .WithBreachesOf(Score.Deductions.Clauses)
                .Yield((card, records, to) => Score.Section(section, card, records, to));
        }

        OnCard("INS-11").Yield((card, records, to) => Score.Bonus(card, records, to));

        Rule("INS-12", "somebody at the counters").For<CounterCheck>()
            .Yield((c, to) => to.Limit(c.FoundDeserted, within: figures.CountersDeserted, until: c.Staffed.Since(c.FoundDeserted)));

        OnCard("INS-12", "the whole card").WithBreachesOf(Score.Deductions.Clauses)
            .Yield((card, records, to) => Score.Total(card, records, to));

        OnCard("INS-13").WithBreachesOf(Score.Deductions.Clauses)
            .Yield((card, _, to) => Score.Breaches(card, to));
    }

    /// <summary>What works the points out.</summary>
    internal CardScore Score { get; }

    private RuleBuilder<ScoreCard, IReadOnlyList<ICardRecord>> OnCard(string standard, string? variant = null) =>
        Rule(standard, variant).For<ScoreCard>().Collect<ICardRecord>(card => card.Id, record => record.CardId);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Plans;
using ServicePolicy.Resources;
using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>What a score card comes to at an instant, point by point.</summary>
/// <remarks>Immutable and safe to share. Made from a decision on a case with score cards, with the figures that it was made with.</remarks>
public sealed class ScoreSheet
{
    private ScoreSheet(FactKey card, Instant asOf, ImmutableArray<ScoreSheetSection> sections, Finding? bonus, Finding? total, IEnumerable<Finding> deserted, IEnumerable<Finding> breaches)
    {
        Card = card;
        AsOf = asOf;
        Sections = sections;
        Bonus = bonus is { } given ? given.Value : 0;
        Score = total?.Value;
        DesertedCounters = [.. deserted.Select(finding => finding.Subject)];
        OpenBreaches = [.. breaches.Select(finding => new ScoreSheetLine(finding.Subject, null, null, null, finding.MissingInputs) { Fact = finding.Fact })];
    }

    /// <summary>The key of the card.</summary>
    public FactKey Card { get; }

    /// <summary>The instant decided for.</summary>
    public Instant AsOf { get; }

    /// <summary>The sections that are scored, in the order of their standards.</summary>
    public ImmutableArray<ScoreSheetSection> Sections { get; }

    /// <summary>The points of the bonus; zero where there is none.</summary>
    /// <value><see langword="null"/> where that cannot be told.</value>
    public decimal? Bonus { get; }

    /// <summary>The checks at which the counters were found deserted too long, for which the whole card is zero.</summary>
    public ImmutableArray<FactKey> DesertedCounters { get; }

    /// <summary>The points of the whole card.</summary>
    /// <value><see langword="null"/> where that cannot be told.</value>
    public decimal? Score { get; }

    /// <summary>The points of all sections that are scored.</summary>
    public decimal OutOf => Sections.Sum(section => section.Points);

    /// <summary>What may be a breach that takes points off.</summary>
    public ImmutableArray<ScoreSheetLine> OpenBreaches { get; }

    /// <summary>The sheets of all score cards of a case that are scored; none where the inspection of halls is switched off.</summary>
    public static IReadOnlyList<ScoreSheet> Of(PolicyDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Facts is PolicyCase @case && @case.Has(typeof(ScoreCard)) ? [.. @case.Facts.OfType<ScoreCard>().Select(card => Of(decision, @case, card)).OfType<ScoreSheet>()]
            : decision.Facts is ScoreCard alone && Of(decision, new PolicyCase(alone), alone) is { } sheet ? [sheet]
            : [];
    }

    /// <summary>The card in words, a line for each section and for all that is taken off it.</summary>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        StringBuilder text = new();
        text.Append(culture, $"{Card}, {InstantPattern.ExtendedIso.Format(AsOf)}: {Of(Score, OutOf)}\n");
        foreach (FactKey check in DesertedCounters)
        {
            text.Append(culture, $"  {MessageTemplates.Title("INS-12", culture)} ({check})\n");
        }

        foreach (ScoreSheetSection section in Sections)
        {
            text.Append(culture, $"  {section.Standard} {MessageTemplates.Title(section.Standard, culture)}: {Of(section.Score, section.Points)}\n");
            AppendLines(text, section.Lines, section.Standard, culture);
        }

        AppendLines(text, OpenBreaches, "INS-13", culture);
        text.Append(Bonus == 0 ? string.Empty : string.Create(culture, $"  INS-11 {MessageTemplates.Title("INS-11", culture)}: +{Points(Bonus)}\n"));
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The card and its points.</summary>
    public override string ToString() => $"{Card}: {Of(Score, OutOf)}";

    private static ScoreSheet? Of(PolicyDecision decision, PolicyCase @case, ScoreCard card)
    {
        Plan plan = decision.Plan;
        int standard = Array.FindIndex(plan.Standards, each => each.Id == "INS-12");
        CompiledRule? rule = standard < 0 ? null : plan.RulesOf((short)standard).FirstOrDefault(rule => rule.Rule.Set is InspectionRules);
        FactKey key = FactKey.Of(card);
        Finding[] findings = [.. decision.Findings.Where(finding => finding.Standard.Family == "INS")];
        Finding[] own = [.. findings.Where(finding => finding.Subject == key)];
        if (rule is null || !Array.Exists(own, finding => finding.Standard.Id == "INS-12"))
        {
            return null;
        }

        CardScore score = ((InspectionRules)rule.Rule.Set).Score;
        ICardRecord[] records = [.. @case.Facts.OfType<ICardRecord>().Where(record => record.CardId == card.Id)];
        ILookup<ScoreSection, Deduction> taken = score.Deductions.Of(card, records, findings.Where(IsBreach).Select(finding => Breach(finding, card)), plan.Settings.IsOn)
            .Where(deduction => deduction.When.At(decision.AsOf) != YesNo.No)
            .ToLookup(deduction => deduction.Section);
        return new ScoreSheet(
            key,
            decision.AsOf,
            [
                .. Deductions.Scored(card, plan.Settings.IsOn).Select(section => new ScoreSheetSection(
                    section.Section,
                    section.Standard,
                    section.Points(score.Figures),
                    Find(own, section.Standard)?.Value,
                    [.. taken[section.Section].Select(deduction => Line(deduction, decision.AsOf))])),
            ],
            Find(own, "INS-11"),
            Find(own, "INS-12"),
            findings.Where(finding => finding.Standard.Id == "INS-12" && finding.State == FindingState.Breached && records.Any(record => FactKey.Of(record) == finding.Subject)),
            findings.Where(finding => finding.Standard.Id == "INS-13" && finding.Kind == FindingKind.Indeterminate));
    }

    private static Finding? Find(Finding[] findings, string standard) => Array.FindIndex(findings, finding => finding.Standard.Id == standard) is >= 0 and int index ? findings[index] : null;

    private static bool IsBreach(Finding finding) => finding.Standard.Id == "INS-13" && finding.Kind == FindingKind.Measure;

    private static (FoundBreach Found, Truth When) Breach(Finding finding, ScoreCard card)
    {
        // One that began in another month is of another card.
        Truth when = card.Dates.Contains(finding.Holds.Start) ? Truth.During(finding.Holds) : Truth.Never;
        return (new FoundBreach(finding.Class!, finding.Fact, []), when);
    }

    private static ScoreSheetLine Line(Deduction deduction, Instant at)
    {
        IReadOnlyList<string> unknown = deduction.When.MissingAt(at);
        bool isKnown = unknown.Count == 0 && deduction.Least == deduction.Most;
        return new ScoreSheetLine(
            FactKey.Of(deduction.Source),
            deduction.Item,
            deduction.Breach?.Standard,
            isKnown ? deduction.Most : null,
            isKnown ? [] : [.. unknown.Concat(deduction.Missing).Distinct().Order(StringComparer.Ordinal)])
        {
            Fact = deduction.Source,
        };
    }

    private static void AppendLines(StringBuilder text, ImmutableArray<ScoreSheetLine> lines, string standard, CultureInfo culture)
    {
        foreach (ScoreSheetLine line in lines)
        {
            string id = line.Clause ?? line.Item ?? standard;
            string missing = line.MissingInputs.IsEmpty ? string.Empty : $" [{string.Join(", ", line.MissingInputs)}]";
            text.Append(culture, $"    -{Points(line.Points)} {id} {MessageTemplates.Title(id, culture)} ({line.Source}){missing}\n");
        }
    }

    private static string Of(decimal? score, decimal points) => $"{Points(score)}/{Points(points)}";

    private static string Points(decimal? points) => points?.ToString("0.####", CultureInfo.InvariantCulture) ?? "?";
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Inspection;
using ServicePolicy.Serialization;
using Xunit;
using static ServicePolicy.Tests.Inspection.Cards;

namespace ServicePolicy.Tests.Inspection;

public sealed class ScoreSheetTests
{
    private static readonly IFact[] Facts =
    [
        Note("1", InspectionItem.HeelHeight) with { Measured = 5 },
        Note("2", InspectionItem.NailColour),
        Note("3", InspectionItem.HairTidy),
        Note("4", InspectionItem.Smile, YesNo.Unknown),
        Lingering("L-1", Instant.FromUtc(2026, 7, 9, 2, 0)),
    ];

    private static readonly PolicyDecision Decision = Engine.Evaluate(new PolicyCase(Card, Facts), End);

    [Fact]
    public void Of_Card_ExplainsEveryPoint()
    {
        ScoreSheet sheet = Assert.Single(ScoreSheet.Of(Decision));

        Assert.Equal(100, sheet.OutOf);
        Assert.Null(sheet.Score);
        Assert.Equal(
            [
                "INS-01.07 2 InspectionNote 1 ",
                "INS-01.12 2 InspectionNote 2 ",
                "INS-01.08 2 InspectionNote 3 ",
                "INS-02.01  InspectionNote 4 Shortfall",
                "HND-10 4 LingeringCustomer L-1 ",
            ],
            sheet.Sections.SelectMany(section => section.Lines).Select(line => FormattableString.Invariant($"{line.Clause ?? line.Item} {line.Points} {line.Source} {string.Join(", ", line.MissingInputs)}")));
        Assert.Equal([0m, null, 6m, 15m, 5m, 20m, 10m, 5m, 5m, 10m], sheet.Sections.Select(section => section.Score));
    }

    /// <summary>What is left is what there was less the lines, down to zero.</summary>
    [Fact]
    public void Of_Card_AddsUp() => Assert.All(ScoreSheet.Of(Decision).SelectMany(sheet => sheet.Sections).Where(section => section.Score is not null), section =>
        Assert.Equal(Math.Max(section.Points - section.Lines.Sum(line => line.Points!.Value), 0), section.Score));

    [Fact]
    public void Of_DesertedCounters_NamesTheCheck()
    {
        CounterCheck check = new() { Id = "C-1", CardId = Card.Id, CameAt = Seen, FoundDeserted = Seen };
        ScoreSheet sheet = Assert.Single(ScoreSheet.Of(Engine.Evaluate(new PolicyCase(Card, [check]), End)));

        Assert.Equal(0, sheet.Score);
        Assert.Equal([FactKey.Of(check)], sheet.DesertedCounters);
        Assert.Equal([5m, 15m, 10m, 15m, 5m, 20m, 10m, 5m, 5m, 10m], sheet.Sections.Select(section => section.Score));
    }

    [Fact]
    public void Of_BreachInDoubt_StandsApart()
    {
        PolicyCase @case = new(Card, [Lingering("L-1", Seen) with { HelpOffered = Occurrence.AtUnknownTime }]);

        ScoreSheetLine line = Assert.Single(Assert.Single(ScoreSheet.Of(Engine.Evaluate(@case, End))).OpenBreaches);
        Assert.Equal(("LingeringCustomer L-1", "HelpOffered"), (line.Source.ToString(), Assert.Single(line.MissingInputs)));
    }

    [Fact]
    public void Of_WhatHasNoCard_IsNone()
    {
        Assert.Empty(ScoreSheet.Of(Engine.Evaluate(Lingering("L-1", Seen), End)));
        Assert.Empty(ScoreSheet.Of(PolicyEngine.Create(ServiceStandards.Default, new PolicyEngineOptions { SwitchedOff = { "INS" } }).Evaluate(Card, End)));
        Assert.Single(ScoreSheet.Of(Engine.Evaluate(Card, End)));
    }

    [Fact]
    public void Describe_Card_SaysEveryPoint() => Assert.Equal(
        """
        ScoreCard SC-1, 2026-07-31T16:00:00Z: ?/100
          INS-01 Appearance is as laid down: 0/5
            -2 INS-01.07 Women's heels are not too high (InspectionNote 1)
            -2 INS-01.12 Nails have no colour (InspectionNote 2)
            -2 INS-01.08 Hair is tidy (InspectionNote 3)
          INS-02 Conduct is as laid down: ?/15
            -? INS-02.01 Customers are met with a smile (InspectionNote 4) [Shortfall]
          INS-03 Service shows initiative: 6/10
            -4 HND-10 A customer lingering at devices is offered help (LingeringCustomer L-1)
        """.ReplaceLineEndings("\n"),
        string.Join('\n', ScoreSheet.Of(Decision)[0].Describe(CultureInfo.InvariantCulture).Split('\n').TakeWhile(line => !line.Contains("INS-04", StringComparison.Ordinal))));

    [Fact]
    public void WriteDecision_OfACard_HasItsSheet()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PolicyJson.WriteDecision(writer, Decision, CultureInfo.InvariantCulture);
        }

        JsonElement sheet = JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray())).GetProperty("scoreSheets")[0];
        Assert.Equal(JsonValueKind.Null, sheet.GetProperty("score").ValueKind);
        Assert.Equal(
            """{"points":4,"clause":"HND-10","title":"A customer lingering at devices is offered help","source":{"type":"lingeringCustomer","id":"L-1"}}""",
            sheet.GetProperty("sections")[2].GetProperty("deductions")[0].GetRawText());
    }
}

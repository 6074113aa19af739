using System.Reflection;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Laws;

/// <summary>The engine with the whole catalogue, every figure that the sources lost set to something.</summary>
internal sealed class EngineRuler(PolicyEngine engine) : IRuler
{
    private static readonly Interval Window = new(CaseGenerator.Origin - Duration.FromDays(100), CaseGenerator.Origin + Duration.FromDays(600));

    public static EngineRuler OfCatalogue { get; } = new(PolicyEngine.Create(Complete(ServiceStandards.Default), Options()));

    /// <summary>The same with a ladder of warnings for every standard.</summary>
    public static EngineRuler WithLadders { get; } = new(PolicyEngine.Create(Complete(ServiceStandards.Default), OptionsWithLadders()));

    public IReadOnlyList<Saying> Say(PolicyCase @case)
    {
        FindingList findings = engine.Timeline(@case, Window).Findings;
        List<Saying> sayings = new(findings.Count);
        foreach (Finding finding in findings)
        {
            Interval holds = finding.Holds;
            Ruling ruling = finding.Kind == FindingKind.Indeterminate ? Ruling.Unknown : new(finding.Kind, finding.State, finding.Class, finding.Amount, finding.Value);
            sayings.Add(new Saying(
                new About(finding.Standard.Id, finding.Subject),
                ruling,
                holds.HasStart ? holds.Start : Instant.MinValue,
                holds.HasEnd ? holds.End : Instant.MaxValue)
            {
                Inputs = finding.MissingInputs,
                Due = finding.Margin.Due,
                Other = finding.SupersededBy?.Id,
            });
        }

        return sayings;
    }

    public Answer Ask(PolicyCase @case, Instant asOf)
    {
        RequestDecision decision = engine.EvaluateRequest(@case, asOf);
        return new Answer(decision.Outcome, decision.Until, [.. decision.Deciding.Select(finding => finding.Standard.Id).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static PolicyEngineOptions Options() => new()
    {
        Calendars = { ChinaCalendar.Create(NamedValues.HallCalendar, OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(17, 0))) },
    };

    private static PolicyEngineOptions OptionsWithLadders()
    {
        PolicyEngineOptions options = Options();
        WarningLadder ladder = new(("half", WarningStep.AtShare(0.5m)), ("last hour", WarningStep.Before(Duration.FromHours(1))), ("due", WarningStep.AtDue), ("two hours late", WarningStep.After(Duration.FromHours(2))));
        foreach (CatalogueEntry entry in PolicyEngine.Create(ServiceStandards.Default).Catalogue)
        {
            options.Warnings[entry.Standard.Id] = ladder;
        }

        return options;
    }

    public NextChange Next(PolicyCase @case, Instant asOf) => engine.Evaluate(@case, asOf).NextChange;

    /// <summary>Sets what is unset in the figures of every family: a clause without a figure rules on nothing.</summary>
    public static ServiceStandards Complete(ServiceStandards standards)
    {
        ServiceStandards complete = standards with { };
        foreach (PropertyInfo family in typeof(ServiceStandards).GetProperties().Where(property => property.CanWrite && property.PropertyType.Name.EndsWith("Standards", StringComparison.Ordinal)))
        {
            object figures = family.GetValue(standards)!;
            object copy = figures.GetType().GetMethod("<Clone>$")!.Invoke(figures, null)!;
            int number = 0;
            foreach (PropertyInfo figure in figures.GetType().GetProperties().Where(property => property.CanWrite && property.GetValue(figures) is null))
            {
                figure.SetValue(copy, Some(Nullable.GetUnderlyingType(figure.PropertyType) ?? figure.PropertyType, ++number));
            }

            family.SetValue(complete, copy);
        }

        // Days over years would take the laws hours; what is so of months is so of days.
        return complete with { Operations = complete.Operations with { ServiceReview = Cadence.Monthly, SuggestionSummary = Cadence.Monthly, AgentLog = Cadence.Monthly } };
    }

    private static object Some(Type figure, int number) => figure switch
    {
        _ when figure == typeof(TimeLimit) => TimeLimit.FromHours(12 * number),
        _ when figure == typeof(Money) => Money.Cny(100),
        _ when figure == typeof(decimal) => 0.5m,
        _ when figure == typeof(int) => 20,
        _ when figure == typeof(LocalDate) => new LocalDate(2026, 1, 5),
        _ when figure == typeof(Cadence) => Cadence.Monthly,
        _ when figure == typeof(ReopeningPolicy) => ReopeningPolicy.GoesOn,
        _ when figure == typeof(string) => NamedValues.Of(string.Empty)[0],
        _ => throw new NotSupportedException($"A figure of type '{figure}' is unset, and the laws know no value for it. Add one here."),
    };
}

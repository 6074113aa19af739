using System.Reflection;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Credentials;
using ServicePolicy.Rules;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Tests.Laws;

/// <summary>The engine of the whole catalogue, every figure that the sources lost set to something.</summary>
internal static class CatalogueRuler
{
    private static readonly WarningLadder Ladder = new(
        ("half", WarningStep.AtShare(0.5m)), ("last hour", WarningStep.Before(Duration.FromHours(1))), ("due", WarningStep.AtDue), ("two hours late", WarningStep.After(Duration.FromHours(2))));

    public static EngineRuler Ruler { get; } = new(PolicyEngine.Create(Complete(ServiceStandards.Default), Options()));

    /// <summary>The same with a ladder of warnings for every standard.</summary>
    public static EngineRuler RulerWithLadders { get; } = new(PolicyEngine.Create(Complete(ServiceStandards.Default), OptionsWithLadders()));

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

        // Days over years and a hundred wrong passwords would take the laws hours; what is so of months is so of days.
        return complete with { Guidance = new GuidanceStandards { FailedAttempts = 3 }, Operations = complete.Operations with { ServiceReview = Cadence.Monthly, SuggestionSummary = Cadence.Monthly, AgentLog = Cadence.Monthly } };
    }

    private static PolicyEngineOptions Options() => new()
    {
        RuleSets = { figures => new GuidanceRules(figures.Guidance) },
        Calendars = { ChinaCalendar.Create(FactDomain.HallCalendar, OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(17, 0))) },
    };

    private static PolicyEngineOptions OptionsWithLadders()
    {
        PolicyEngineOptions options = Options();
        foreach (CatalogueEntry entry in PolicyEngine.Create(ServiceStandards.Default).Catalogue)
        {
            options.Warnings[entry.Standard.Id] = Ladder;
        }

        return options;
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
        _ when figure == typeof(string) => "A",
        _ => throw new NotSupportedException($"A figure of type '{figure}' is unset, and the laws know no value for it. Add one here."),
    };
}

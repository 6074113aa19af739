using Microsoft.Extensions.Options;
using ServicePolicy.Catalogue;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.DependencyInjection;

/// <summary>Builds the engine, so that options are valid exactly when there is one.</summary>
internal sealed class ServicePolicyValidation : IValidateOptions<ServicePolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, ServicePolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<PolicyBuildError> errors = [.. options.Section is null ? [] : SectionReader.Unknown(options.Section)];
        EditionBook book = Book(options, errors);
        PolicyEngineOptions settings = options.Engine.Copy();
        settings.SwitchedOff.UnionWith(SectionReader.Names(options.SwitchedOff, errors));
        AddCalendars(options, settings, errors);
        AddWarnings(options, settings, errors);
        PolicyEngine? engine = null;
        try
        {
            engine = PolicyEngine.Create(book, settings);
        }
        catch (PolicyBuildException exception)
        {
            errors.AddRange(exception.Errors);
        }

        if (errors.Count > 0)
        {
            return ValidateOptionsResult.Fail(errors.Select(error => error.ToString()));
        }

        options.Built = engine;
        return ValidateOptionsResult.Success;
    }

    private static EditionBook Book(ServicePolicyOptions options, List<PolicyBuildError> errors)
    {
        object?[] given = [options.Figures, options.EditionSection, options.Editions];
        if (given.Count(one => one is not null) > 1)
        {
            errors.Add(new PolicyBuildError("SP0014", "The figures are given more than once: by figures in configuration, by editions there, or by editions in code. Leave one alone."));
        }

        errors.AddRange(SectionReader.NoGroup(options.Figures, "{\"Complaints\":{\"Vip\":\"PT4H\"}}"));
        errors.AddRange(SectionReader.NoGroup(options.EditionSection, "{\"Zone\":\"Asia/Shanghai\",\"2026\":{}}"));
        try
        {
            return options.Figures is { } figures ? EditionBook.Of(ServiceStandards.Read(figures))
                : options.EditionSection is { } editions ? EditionConfiguration.Read(editions)
                : options.Editions ?? EditionBook.Of(ServiceStandards.Default);
        }
        catch (PolicyBuildException exception)
        {
            // The rest is checked with the defaults, so that all mistakes are told at once.
            errors.AddRange(exception.Errors);
            return EditionBook.Of(ServiceStandards.Default);
        }
    }

    private static void AddWarnings(ServicePolicyOptions options, PolicyEngineOptions settings, List<PolicyBuildError> errors)
    {
        if (options.Warnings is null)
        {
            return;
        }

        errors.AddRange(SectionReader.NoGroup(options.Warnings, "{\"CMP-05\":{\"last hour\":\"PT1H before due\"}}"));
        try
        {
            foreach ((string standard, WarningLadder ladder) in WarningConfiguration.Read(options.Warnings))
            {
                settings.Warnings[standard] = ladder;
            }
        }
        catch (PolicyBuildException exception)
        {
            errors.AddRange(exception.Errors);
        }
    }

    private static void AddCalendars(ServicePolicyOptions options, PolicyEngineOptions settings, List<PolicyBuildError> errors)
    {
        if (options.Calendars is null)
        {
            return;
        }

        errors.AddRange(SectionReader.NoGroup(options.Calendars, "{\"hall\":{\"Zone\":\"Asia/Shanghai\"}}"));
        try
        {
            foreach (WorkingCalendar calendar in CalendarConfiguration.Read(options.Calendars))
            {
                settings.Calendars.Add(calendar);
            }
        }
        catch (CalendarDefinitionException exception)
        {
            errors.AddRange(exception.Errors);
        }
    }
}

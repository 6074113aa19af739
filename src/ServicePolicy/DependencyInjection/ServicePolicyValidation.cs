using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServicePolicy.Catalogue;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.DependencyInjection;

/// <summary>Builds the engine, so that options are valid exactly when there is one.</summary>
internal sealed class ServicePolicyValidation : IValidateOptions<ServicePolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, ServicePolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<PolicyBuildError> errors = [];
        EditionBook book = Book(options, errors);
        PolicyEngineOptions settings = options.Engine.Copy();
        settings.SwitchedOff.UnionWith(Names(options.SwitchedOff));
        AddCalendars(options, settings, errors);
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
        if (options.Figures is null)
        {
            return options.Editions ?? EditionBook.Of(ServiceStandards.Default);
        }

        if (options.Editions is not null)
        {
            errors.Add(new PolicyBuildError("SP0014", "The figures are given twice, by configuration and by editions. Leave one out."));
        }

        try
        {
            return EditionBook.Of(ServiceStandards.Read(options.Figures));
        }
        catch (PolicyBuildException exception)
        {
            // The rest is checked with the defaults, so that all mistakes are told at once.
            errors.AddRange(exception.Errors);
            return EditionBook.Of(ServiceStandards.Default);
        }
    }

    private static void AddCalendars(ServicePolicyOptions options, PolicyEngineOptions settings, List<PolicyBuildError> errors)
    {
        if (options.Calendars is null)
        {
            return;
        }

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

    private static IEnumerable<string> Names(IConfiguration? section) =>
        section?.GetChildren().Select(child => child.Value).OfType<string>().Where(name => name.Length > 0) ?? [];
}

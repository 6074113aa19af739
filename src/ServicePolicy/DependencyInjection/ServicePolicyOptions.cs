using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;

namespace ServicePolicy.DependencyInjection;

/// <summary>What the engine of a host is built from.</summary>
/// <remarks>Read once and validated as a whole: mistakes in figures, editions, calendars, rule sets and switches are reported together.</remarks>
public sealed class ServicePolicyOptions
{
    /// <summary>The whole section of the host, whose parts must all be known.</summary>
    internal IConfiguration? Section { get; set; }

    /// <summary>The editions of the section.</summary>
    internal IConfiguration? EditionSection { get; set; }

    /// <summary>The figures, as <see cref="ServiceStandards.Read"/> reads them; those of <see cref="Editions"/> where it is <see langword="null"/>.</summary>
    public IConfiguration? Figures { get; set; }

    /// <summary>The editions of the figures; one with the defaults, always in force, where it is <see langword="null"/>.</summary>
    public EditionBook? Editions { get; set; }

    /// <summary>The calendars, as <see cref="Time.Calendars.CalendarConfiguration.Read"/> reads them, besides those of <see cref="Engine"/>.</summary>
    public IConfiguration? Calendars { get; set; }

    /// <summary>Names to switch off, one a child, besides those of <see cref="Engine"/>.</summary>
    public IConfiguration? SwitchedOff { get; set; }

    /// <summary>The ladders of warnings, as <see cref="WarningConfiguration.Read"/> reads them, besides those of <see cref="Engine"/>.</summary>
    public IConfiguration? Warnings { get; set; }

    /// <summary>Switches, rule sets and calendars that the host gives in code.</summary>
    public PolicyEngineOptions Engine { get; } = new() { Telemetry = true };

    /// <summary>The engine that validation built.</summary>
    internal PolicyEngine? Built { get; set; }

    /// <summary>All configuration that the engine is built from.</summary>
    internal IEnumerable<IConfiguration> Sources => new[] { Section, Figures, Calendars, SwitchedOff }.OfType<IConfiguration>();

    /// <summary>Takes what a section of configuration says.</summary>
    internal void TakeFrom(IConfiguration section)
    {
        Section = section;
        Figures = Given(nameof(Figures)) ?? Figures;
        EditionSection = Given(nameof(Editions));
        Calendars = section.GetSection(nameof(Calendars));
        SwitchedOff = section.GetSection(nameof(SwitchedOff));
        Warnings = section.GetSection(nameof(Warnings));

        IConfigurationSection? Given(string part) => section.Find(part) is { } given && !given.IsEmpty() ? given : null;
    }
}

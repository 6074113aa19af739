using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServicePolicy.Catalogue;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.DependencyInjection;

/// <summary>Says what the engine of a host is built from.</summary>
public sealed class ServicePolicyBuilder
{
    internal ServicePolicyBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The services that the engine is added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key of the engine, which is the name of its options; empty for the one without a key.</summary>
    public string Name { get; }

    /// <summary>Takes the figures from configuration, such as <c>Complaints:Vip</c> = <c>PT8H</c>; what it leaves out keeps its default.</summary>
    public ServicePolicyBuilder WithFigures(IConfiguration figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Options(options => options.Figures = figures);
    }

    /// <summary>Takes the figures from code: one edition, always in force.</summary>
    public ServicePolicyBuilder WithFigures(ServiceStandards figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return WithEditions(EditionBook.Of(figures));
    }

    /// <summary>Takes figures that change over time.</summary>
    public ServicePolicyBuilder WithEditions(EditionBook editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        return Options(options => options.Editions = editions);
    }

    /// <summary>Takes calendars from configuration; each child of the section is one, and its name the key.</summary>
    public ServicePolicyBuilder WithCalendars(IConfiguration calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return Options(options => options.Calendars = calendars);
    }

    /// <summary>Gives the limits of a standard points at which they warn, such as an hour before due and every four hours after it.</summary>
    public ServicePolicyBuilder WithWarnings(string standard, WarningLadder ladder)
    {
        ArgumentException.ThrowIfNullOrEmpty(standard);
        ArgumentNullException.ThrowIfNull(ladder);
        return Configure(options => options.Warnings[standard] = ladder);
    }

    /// <summary>Adds a calendar that facts name by its key.</summary>
    public ServicePolicyBuilder AddCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Configure(options => options.Calendars.Add(calendar));
    }

    /// <summary>Switches off standards (<c>CMP-05</c>), families (<c>CMP</c>) or handbooks (<c>ZJ</c>).</summary>
    public ServicePolicyBuilder SwitchOff(params IEnumerable<string> names)
    {
        string[] off = [.. names];
        return Configure(options => options.SwitchedOff.UnionWith(off));
    }

    /// <summary>Adds a rule set of the host's own, which has its own figures.</summary>
    public ServicePolicyBuilder AddRules<TRuleSet>()
        where TRuleSet : RuleSet, new() => AddRules(_ => new TRuleSet());

    /// <summary>Adds a rule set of the host's own, made once per edition with that edition's figures.</summary>
    public ServicePolicyBuilder AddRules(Func<ServiceStandards, RuleSet> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Configure(options => options.RuleSets.Add(make));
    }

    /// <summary>Adds a rule set of the host's own that takes services, made once per edition with that edition's figures.</summary>
    /// <remarks>The services are those of the whole process: an engine outlives every scope.</remarks>
    public ServicePolicyBuilder AddRules(Func<IServiceProvider, ServiceStandards, RuleSet> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Services.AddOptions<ServicePolicyOptions>(Name)
            .Configure<IServiceProvider>((options, provider) => options.Engine.RuleSets.Add(standards => make(provider, standards)));
        return this;
    }

    /// <summary>Changes the options of the engine in any other way.</summary>
    public ServicePolicyBuilder Configure(Action<PolicyEngineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Options(options => configure(options.Engine));
    }

    internal ServicePolicyBuilder Options(Action<ServicePolicyOptions> configure)
    {
        Services.Configure(Name, configure);
        return this;
    }
}

using System.Diagnostics.Metrics;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy;

/// <summary>What a host switches off, and adds of its own.</summary>
public sealed class PolicyEngineOptions
{
    /// <summary>Standards (<c>CMP-05</c>), families (<c>CMP</c>) or handbooks (<c>ZJ</c>) that are not enforced; a standard of several handbooks is off only when all are.</summary>
    public ISet<string> SwitchedOff { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Rule sets of the host's own, made once per edition with that edition's figures.</summary>
    public IList<Func<ServiceStandards, RuleSet>> RuleSets { get; } = [];

    /// <summary>The calendars that facts name by key; 24 × 7 is always there.</summary>
    public IList<WorkingCalendar> Calendars { get; } = [];

    /// <summary>The points at which the limits of standards give a warning, by the Id of the standard (<c>CMP-05</c>); none unless given.</summary>
    public IDictionary<string, WarningLadder> Warnings { get; } = new Dictionary<string, WarningLadder>(StringComparer.Ordinal);

    /// <summary>Whether the rule sets of the library are in; without them an engine has the host's alone.</summary>
    public bool IncludeCatalogue { get; set; } = true;

    /// <summary>Whether evaluations are counted, timed and traced for whoever listens to <see cref="ServicePolicy.Telemetry.PolicyTelemetry.Name"/>.</summary>
    /// <value><see langword="false"/> by default; dependency injection turns it on.</value>
    public bool Telemetry { get; set; }

    /// <summary>Where meters come from; one for the process where it is <see langword="null"/>.</summary>
    internal IMeterFactory? MeterFactory { get; set; }

    /// <summary>Has another engine run the rules of a plan.</summary>
    internal Func<Plan, ITimelineSource>? RunElsewhere { get; set; }

    /// <summary>The same options, to add to.</summary>
    internal PolicyEngineOptions Copy()
    {
        PolicyEngineOptions copy = new() { IncludeCatalogue = IncludeCatalogue, Telemetry = Telemetry, MeterFactory = MeterFactory, RunElsewhere = RunElsewhere };
        copy.SwitchedOff.UnionWith(SwitchedOff);
        foreach (Func<ServiceStandards, RuleSet> make in RuleSets)
        {
            copy.RuleSets.Add(make);
        }

        foreach (WorkingCalendar calendar in Calendars)
        {
            copy.Calendars.Add(calendar);
        }

        foreach ((string standard, WarningLadder ladder) in Warnings)
        {
            copy.Warnings.Add(standard, ladder);
        }

        return copy;
    }

    internal IEnumerable<PolicyBuildError> Mistakes() =>
        from calendar in Calendars.Append(WorkingCalendar.TwentyFourSeven)
        group calendar by calendar.Key into same
        where same.Count() > 1
        select new PolicyBuildError("SP0013", $"Calendar '{same.Key}' is given {same.Count()} times. Give each calendar its own key.");
}

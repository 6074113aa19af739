using System.Globalization;
using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using static ServicePolicy.Tests.Arbitraries;

namespace ServicePolicy.Tests.Handling;

/// <summary>A golden case of this family: what the clause named first in the description says at an instant.</summary>
/// <remarks>Findings are written as <c>HND-01 AtRisk [0.75m, 1m+1)</c>: minutes after the origin, and ticks beside them.</remarks>
internal sealed record HandlingCase(string Description, IFact[] Facts, Instant At, params string[] Expected)
{
    /// <summary>An engine with a calendar of halls: open 09:00 to 18:00 on working days in China.</summary>
    public static readonly PolicyEngine Engine = Create(ServiceStandards.Default);

    /// <summary>The same with the four limits of HND-22 set.</summary>
    public static readonly PolicyEngine WithClasses = Create(ServiceStandards.Default with
    {
        Handling = new HandlingStandards
        {
            Joining = TimeLimit.FromMinutes(20),
            DataChange = TimeLimit.FromMinutes(12),
            NoDataChange = TimeLimit.FromMinutes(8),
            CrossRegion = TimeLimit.FromMinutes(40),
        },
    });

    /// <summary>Whether the limits of HND-22 are set.</summary>
    public bool Classes { get; init; }

    private string Standard => Description[..6];

    /// <summary>Some minutes, and ticks, after the origin.</summary>
    public static Instant M(double minutes, int ticks = 0) => Origin + Duration.FromSeconds(Math.Round(minutes * 60)) + Duration.FromNanoseconds(ticks);

    public static string Text(Finding finding)
    {
        string said = finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString();
        string value = finding.Value is { } number ? number.ToString(" 0.###", CultureInfo.InvariantCulture) : finding.Class is { } load ? $" {load}" : string.Empty;
        string missing = finding.MissingInputs.Length > 0 ? $" for want of {string.Join(", ", finding.MissingInputs)}" : string.Empty;
        string start = finding.Holds.HasStart ? Text(finding.Holds.Start) : "-∞";
        string end = finding.Holds.HasEnd ? Text(finding.Holds.End) : "∞";
        return $"{finding.Standard.Id} {said}{value}{missing} [{start}, {end})";
    }

    /// <summary>What the clause says, by evaluation and by timeline, and by the fact alone where it is the whole case.</summary>
    public IReadOnlyList<string> Said()
    {
        PolicyEngine engine = Classes ? WithClasses : Engine;
        PolicyCase @case = CaseOf(Facts);
        string[] said = Of(engine.Evaluate(@case, At)), timeline = Of(engine.Timeline(@case, Probe.Window).At(At));
        return said.SequenceEqual(timeline) ? said : [.. said, "but the timeline", .. timeline];
    }

    private string[] Of(PolicyDecision decision) =>
        [.. decision.Findings.Where(finding => finding.Standard.Id == Standard).Select(Text).Order(StringComparer.Ordinal)];

    private static PolicyEngine Create(ServiceStandards standards)
    {
        PolicyEngineOptions options = new();
        options.Calendars.Add(ChinaCalendar.Create("hall", OpeningWindow.Between(new LocalTime(9, 0), new LocalTime(18, 0))));
        return PolicyEngine.Create(standards, options);
    }

    private static string Text(Instant instant)
    {
        Duration offset = instant - Origin;
        Duration minutes = Duration.FromSeconds(Math.Round(offset.TotalSeconds));
        long ticks = (long)(offset - minutes).ToBigIntegerNanoseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{minutes.TotalMinutes:0.##}m{(ticks == 0 ? string.Empty : ticks.ToString("+0;-0", CultureInfo.InvariantCulture))}");
    }
}

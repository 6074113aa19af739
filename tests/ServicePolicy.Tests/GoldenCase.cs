using System.Globalization;
using NodaTime;
using static ServicePolicy.Tests.Arbitraries;

namespace ServicePolicy.Tests;

/// <summary>A case whose answer is written down: what the clause named first in the description says at an instant.</summary>
/// <remarks>Findings are written as <c>CMP-05 AtRisk [6h, 8h+1)</c>: hours after the origin, whole or in sixteenths, else with minutes, and ticks beside them.</remarks>
internal sealed record GoldenCase(string Description, IFact[] Facts, Instant At, string[] Expected)
{
    /// <summary>Whether the extension of CMP-06, and every other figure that is unset, is set.</summary>
    public bool Extended { get; init; }

    private string Standard => Description[..Description.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Some hours, minutes, and ticks after the origin.</summary>
    public static Instant T(double hours, int ticks = 0, int minutes = 0) => Origin + Duration.FromHours(hours) + Duration.FromMinutes(minutes) + Duration.FromNanoseconds(ticks);

    public static string Text(Finding finding)
    {
        string said = finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString();
        string amount = finding.Amount is { } money ? money.Amount.ToString(" 0.##", CultureInfo.InvariantCulture) : string.Empty;
        string value = finding.Value?.ToString("=0.####", CultureInfo.InvariantCulture) ?? string.Empty;
        string winner = finding.SupersededBy is { } other ? $" by {other.Id}" : string.Empty;
        string missing = finding.MissingInputs.Length > 0 ? $" for want of {string.Join(", ", finding.MissingInputs)}" : string.Empty;
        string start = finding.Holds.HasStart ? Text(finding.Holds.Start) : "-∞";
        string end = finding.Holds.HasEnd ? Text(finding.Holds.End) : "∞";
        return $"{finding.Standard.Id} {said}{value}{amount}{winner}{missing} [{start}, {end})";
    }

    /// <summary>What the clause says, by evaluation and by timeline.</summary>
    public IReadOnlyList<string> Said()
    {
        PolicyEngine engine = Extended ? Probe.Extended : Probe.Engine;
        PolicyCase @case = CaseOf(Facts);
        string[] said = [.. engine.Evaluate(@case, At).Findings.Where(finding => finding.Standard.Id == Standard).Select(Text)];
        string[] timeline = [.. engine.Timeline(@case, Probe.Window).At(At).Findings.Where(finding => finding.Standard.Id == Standard).Select(Text)];
        return said.SequenceEqual(timeline) ? said : [.. said, "but the timeline", .. timeline];
    }

    private static string Text(Instant instant)
    {
        Duration offset = instant - Origin;
        Duration sixteenths = Duration.FromHours(Math.Round(offset.TotalHours * 16) / 16);
        Duration hours = Math.Abs((offset - sixteenths).TotalNanoseconds) < 1000 ? sixteenths : Duration.FromHours(Math.Round(offset.TotalHours));
        long minutes = (long)Math.Round((offset - hours).TotalMinutes);
        long ticks = (long)(offset - hours - Duration.FromMinutes(minutes)).ToBigIntegerNanoseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{hours.TotalHours}h{(minutes == 0 ? string.Empty : $"{minutes}m")}{(ticks == 0 ? string.Empty : ticks.ToString("+0;-0", CultureInfo.InvariantCulture))}");
    }
}

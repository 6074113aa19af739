using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Testing;

/// <summary>Findings as lines of text, to be read and compared.</summary>
internal static class TimelineText
{
    /// <summary>A line a finding, in the order of the timeline: from when, until when, and what is said.</summary>
    public static string[] Lines(PolicyTimeline timeline, string? standard) =>
        [.. timeline.Findings.Where(finding => standard is null || finding.Standard.Id == standard).Select(Line)];

    /// <summary>Such as <c>2026-11-20T01:00:00Z to 2026-11-20T07:00:00Z: CMP-05 pending of CP-1</c>.</summary>
    public static string Line(Finding finding) =>
        $"{(finding.Holds.HasStart ? Text(finding.Holds.Start) : "ever")} to {(finding.Holds.HasEnd ? Text(finding.Holds.End) : "ever")}: {Says(finding)}";

    /// <summary>Such as <c>CMP-05 atRisk of CP-1</c>, with class, amount, value and what is missing.</summary>
    public static string Says(Finding finding)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{finding.Standard.Id} {Camel(finding.State == FindingState.None ? finding.Kind.ToString() : finding.State.ToString())}");
        text.Append(finding.Class is { } @class ? $" {@class}" : string.Empty);
        text.Append(finding.Amount is { } amount ? $" {amount}" : string.Empty);
        text.Append(finding.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $" {value}") : string.Empty);
        text.Append(finding.MissingInputs.Length > 0 ? $" for want of {string.Join(", ", finding.MissingInputs)}" : string.Empty);
        return text.Append(CultureInfo.InvariantCulture, $" of {finding.Subject.Id}").ToString();
    }

    public static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>The lines of what is expected and of what came, one under the other where they differ: - is missing, + is too many.</summary>
    public static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> came)
    {
        // The longest common part keeps what is the same beside each other.
        int[,] common = new int[expected.Count + 1, came.Count + 1];
        for (int i = expected.Count - 1; i >= 0; i--)
        {
            for (int j = came.Count - 1; j >= 0; j--)
            {
                common[i, j] = expected[i] == came[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<string> lines = [];
        int left = 0, right = 0;
        while (left < expected.Count || right < came.Count)
        {
            if (left < expected.Count && right < came.Count && expected[left] == came[right])
            {
                lines.Add($"    {expected[left++]}");
                right++;
            }
            else if (left < expected.Count && (right == came.Count || common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add($"  - {expected[left++]}");
            }
            else
            {
                lines.Add($"  + {came[right++]}");
            }
        }

        return string.Join('\n', lines);
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

using System.Globalization;
using NodaTime;
using static ServicePolicy.Testing.TimelineText;

namespace ServicePolicy.Testing;

/// <summary>Assertions on decisions and timelines whose messages say in words what came, over time, and how that differs from what is expected.</summary>
/// <remarks>
/// Findings are written a line each: <c>2026-11-20T01:00:00Z to 2026-11-20T07:00:00Z: CMP-05 pending of CP-1017</c>, with <c>ever</c> for an open end, the words of
/// the JSON for states and kinds, and then class, amount, value and what is missing, where there are any. All of them throw
/// <see cref="PolicyAssertionException"/>.
/// </remarks>
public static class PolicyAssert
{
    /// <summary>The outcome of a decision.</summary>
    public static void Outcome(PolicyOutcome expected, PolicyDecision came)
    {
        ArgumentNullException.ThrowIfNull(came);
        if (came.Outcome != expected)
        {
            throw Differs("outcome", expected, came.Outcome, came);
        }
    }

    /// <summary>When a decision next changes.</summary>
    public static void NextChange(NextChange expected, PolicyDecision came)
    {
        ArgumentNullException.ThrowIfNull(came);
        if (came.NextChange != expected)
        {
            throw Differs("next change", expected, came.NextChange, came);
        }
    }

    /// <summary>All that a standard says at the instant of a decision, such as <c>CMP-05 atRisk of CP-1017</c>; nothing where none are expected.</summary>
    /// <param name="came">The decision.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="expected">What it says, a finding each, in the order of the decision.</param>
    public static void Says(PolicyDecision came, string standard, params IReadOnlyList<string> expected)
    {
        ArgumentNullException.ThrowIfNull(came);
        ArgumentException.ThrowIfNullOrEmpty(standard);
        ArgumentNullException.ThrowIfNull(expected);
        string[] said = [.. came.Findings.Where(finding => finding.Standard.Id == standard).Select(TimelineText.Says)];
        if (!said.SequenceEqual(expected))
        {
            throw new PolicyAssertionException($"{standard} says otherwise as of {Text(came.AsOf)} (- expected, + came):\n{Difference(expected, said)}\n{InWords(came)}");
        }
    }

    /// <summary>The findings of a timeline over time, those of one standard or all.</summary>
    /// <param name="expected">A line a finding, in the order of the timeline; blank lines do not count.</param>
    /// <param name="came">The timeline.</param>
    /// <param name="standard">The standard looked at; all where left out.</param>
    public static void Timeline(string expected, PolicyTimeline came, string? standard = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(came);
        string[] wanted = expected.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] lines = Lines(came, standard);
        if (!lines.SequenceEqual(wanted))
        {
            throw new PolicyAssertionException($"The timeline{(standard is null ? string.Empty : $" of {standard}")} is not as expected (- expected, + came):\n{Difference(wanted, lines)}");
        }
    }

    /// <summary>Two decisions say the same: every finding and the outcome, whatever the instants decided for.</summary>
    public static void Same(PolicyDecision expected, PolicyDecision came)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(came);
        if (FindingChange.Between(expected, came).Count > 0)
        {
            string[] wanted = [.. expected.Findings.Select(TimelineText.Says)], said = [.. came.Findings.Select(TimelineText.Says)];
            throw new PolicyAssertionException($"The decision as of {Text(came.AsOf)} differs from the one expected (- expected, + came):\n{Difference(wanted, said)}\n{InWords(came)}");
        }
    }

    /// <summary>The answer to a request.</summary>
    /// <param name="expected">The answer.</param>
    /// <param name="came">What came.</param>
    /// <param name="until">Until when it is deferred; to be given where <paramref name="expected"/> says so.</param>
    public static void Request(RequestOutcome expected, RequestDecision came, Instant? until = null)
    {
        ArgumentNullException.ThrowIfNull(came);
        if (expected == RequestOutcome.Deferred && until is null)
        {
            throw new ArgumentException("A deferred request ends at some instant. Give it.", nameof(until));
        }

        if (came.Outcome != expected || came.Until != until)
        {
            throw new PolicyAssertionException(
                $"The request as of {Text(came.AsOf)} is answered otherwise.\n  - {Answer(expected, until)}\n  + {Answer(came.Outcome, came.Until)}\n"
                + $"{came.Describe(CultureInfo.InvariantCulture)}\n{Holding(came.Findings)}");
        }
    }

    private static string Answer(RequestOutcome outcome, Instant? until) => until is { } end ? $"{outcome} until {Text(end)}" : $"{outcome}";

    private static PolicyAssertionException Differs(string what, object expected, object came, PolicyDecision decision) =>
        new($"The {what} as of {Text(decision.AsOf)} is not as expected.\n  - {expected}\n  + {came}\n{InWords(decision)}");

    private static string InWords(PolicyDecision decision) =>
        $"It was decided:\n{decision.Describe(CultureInfo.InvariantCulture)}\n{Holding(decision.Findings)}Next change: {decision.NextChange}";

    private static string Holding(IReadOnlyList<Finding> findings) => $"All that holds then:\n{string.Concat(findings.Select(finding => $"    {Line(finding)}\n"))}";
}

using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Time;

/// <summary>Points of a limit at which somebody is to be warned, each by its name: each gives a finding of the kind <see cref="FindingKind.Warning"/>.</summary>
/// <remarks>
/// A warning holds from its point until the next, or until it is done; points of one instant hold together. So a host that steps from change to change meets
/// each once. It is beside the state of the obligation, which becomes at risk at the warning point of the limit whether there is a ladder or not. Immutable.
/// </remarks>
public sealed class WarningLadder
{
    // Most limits of a standard are alike.
    private Tuple<Duration, Duration[]>? latest;

    /// <summary>A ladder of points by name, such as <c>("last hour", WarningStep.Before(Duration.FromHours(1)))</c>.</summary>
    /// <exception cref="ArgumentException">There are none, a name is blank, or one is given twice.</exception>
    public WarningLadder(params IEnumerable<(string Name, WarningStep Step)> steps)
    {
        Steps = [.. steps];
        if (Steps.IsEmpty)
        {
            throw new ArgumentException("A ladder has at least one point. Give one, or leave the ladder out.", nameof(steps));
        }

        if (Steps.FirstOrDefault(step => string.IsNullOrWhiteSpace(step.Name)) is { Step: not null } blank)
        {
            throw new ArgumentException($"The point '{blank.Step}' has no name. Name it.", nameof(steps));
        }

        if (Steps.GroupBy(step => step.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The ladder has two points of the name '{twice.Key}'. Give each its own.", nameof(steps));
        }
    }

    /// <summary>The points with their names.</summary>
    public ImmutableArray<(string Name, WarningStep Step)> Steps { get; }

    /// <summary>How much of a limit is used up at each point.</summary>
    internal ReadOnlySpan<Duration> UsedOf(Duration limit)
    {
        if (latest is { } known && known.Item1 == limit)
        {
            return known.Item2;
        }

        Duration[] used = [.. Steps.Select(step => ClockRun.Share(limit, step.Step.Share) + step.Step.Offset)];
        latest = Tuple.Create(limit, used);
        return used;
    }
}

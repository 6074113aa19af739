using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>An engine that runs a plan's rules in its own way.</summary>
internal interface ITimelineSource
{
    /// <summary>All findings of a case whose facts were checked.</summary>
    PolicyTimeline Timeline(PolicyCase @case, Span window);
}

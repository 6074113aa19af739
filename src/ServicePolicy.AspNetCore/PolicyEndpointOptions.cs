using Microsoft.AspNetCore.Http;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.AspNetCore;

/// <summary>What the endpoints of an engine take, and what they show.</summary>
public sealed class PolicyEndpointOptions
{
    /// <summary>The types of fact that are read and written.</summary>
    public FactTypes FactTypes { get; set; } = FactTypes.Default;

    /// <summary>How much of a decision the caller of a request is shown; findings, and no explanation, where the host says nothing.</summary>
    public Func<HttpContext, DecisionDetail> Shows { get; set; } = static _ => DecisionDetail.Findings;

    /// <summary>The longest body that is read, in bytes; a longer one is answered with 413.</summary>
    /// <value>1 MiB by default, which has some thousands of facts.</value>
    public int MostBytes { get; set; } = 1 << 20;

    /// <summary>How long the body may take to come, and the case to be decided; a slower body is answered with 408, a case that takes longer with 503.</summary>
    /// <value>Ten seconds by default.</value>
    public TimeSpan MostTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest window of a timeline: findings that recur, such as nights, are worked out for all of it.</summary>
    /// <value>3,660 days by default.</value>
    public Duration LongestWindow { get; set; } = Duration.FromDays(3_660);
}

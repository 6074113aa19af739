using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>What a budget is kept for: something, of someone, in a period.</summary>
/// <param name="Scope">What is counted, such as <c>sign-in</c> or the Id of a standard.</param>
/// <param name="Subject">Whose it is: an account, a customer.</param>
/// <param name="Period">The half-open period for which the budget is; open at both ends where it is not renewed by time.</param>
public sealed record GateKey(string Scope, string Subject, Interval Period)
{
    /// <summary>A key of a budget that is not renewed by time.</summary>
    public GateKey(string scope, string subject)
        : this(scope, subject, new Interval(null, null))
    {
    }
}

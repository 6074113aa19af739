using NodaTime;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>A finding as a struct in a buffer, with the content of ours.</summary>
internal struct HandCell
{
    public Instant Start;
    public Instant End;
    public Instant From;
    public Duration Limit;
    public Instant Due;
    public Instant Done;
    public decimal Amount;
    public Currency Currency;
    public int Standard;
    public FindingKind Kind;
    public FindingState State;
    public bool HasMargin;
    public bool HasDone;
    public bool HasAmount;
}

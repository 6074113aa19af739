using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>A kind of request, and what else it is about (S15).</summary>
public readonly struct RequestStart<T>
    where T : class, IFact
{
    private readonly RuleSet set;

    internal RequestStart(RuleSet set) => this.set = set;

    /// <summary>A request is about each <typeparamref name="TOther"/> with the same key too: what forbids or leaves open something of that does so for the request.</summary>
    public RequestStart<T> About<TOther>(Func<T, string?> key, Func<TOther, string?> otherKey)
        where TOther : class, IFact
    {
        set.Concerns.Add(new Concern<T, TOther>(key, otherKey));
        return this;
    }
}

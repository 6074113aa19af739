using ServicePolicy.Evaluation;

namespace ServicePolicy.Plans;

/// <summary>What a kind of request is about, beside itself (S15).</summary>
internal abstract class Concern(Type request, Type other)
{
    /// <summary>The type of the request.</summary>
    public Type Request { get; } = request;

    /// <summary>The type of what it is about.</summary>
    public Type Other { get; } = other;

    /// <summary>The positions of what the root of a case is about.</summary>
    public abstract IEnumerable<int> Positions(CaseEvaluation evaluation);
}

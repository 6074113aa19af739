using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy;

/// <summary>What became of one case of a stream: a decision or a fault.</summary>
/// <remarks>Equality is by the members.</remarks>
/// <param name="Index">The position of the case in the stream, from 0.</param>
/// <param name="Case">The case.</param>
/// <param name="Decision">The decision; <see langword="null"/> where there is a fault.</param>
/// <param name="Fault">Why there is no decision; <see langword="null"/> where there is one.</param>
public readonly record struct PolicyResult(long Index, PolicyCase Case, PolicyDecision? Decision, Exception? Fault)
{
    /// <summary>Whether there is a decision.</summary>
    [MemberNotNullWhen(true, nameof(Decision))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsDecided => Decision is not null;
}

namespace ServicePolicy;

/// <summary>An engine could not be built: every mistake in its rules, figures, editions and options.</summary>
public sealed class PolicyBuildException : Exception
{
    internal PolicyBuildException(IReadOnlyList<PolicyBuildError> errors)
        : base("The policy engine cannot be built. " + string.Join(" | ", errors)) => Errors = errors;

    /// <summary>All mistakes found.</summary>
    public IReadOnlyList<PolicyBuildError> Errors { get; }
}

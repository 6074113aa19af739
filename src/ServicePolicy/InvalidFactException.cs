namespace ServicePolicy;

/// <summary>The facts of a case cannot be: every problem of the case, by fact and property.</summary>
public sealed class InvalidFactException : Exception
{
    internal InvalidFactException(IReadOnlyList<FactProblem> problems)
        : base("The facts cannot be decided on: " + string.Join(" | ", problems)) => Problems = problems;

    /// <summary>All problems found.</summary>
    public IReadOnlyList<FactProblem> Problems { get; }
}

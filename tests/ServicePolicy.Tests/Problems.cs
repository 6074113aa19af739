namespace ServicePolicy.Tests;

/// <summary>What is impossible about facts.</summary>
internal static class Problems
{
    public static IReadOnlyList<string> Of(IFact fact)
    {
        FactProblems problems = default;
        problems.CheckFact(fact);
        try
        {
            problems.ThrowIfAny();
            return [];
        }
        catch (InvalidFactException impossible)
        {
            return [.. impossible.Problems.Select(problem => problem.ToString())];
        }
    }
}

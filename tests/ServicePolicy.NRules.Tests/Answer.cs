namespace ServicePolicy.NRules.Tests;

/// <summary>What an engine says of facts: findings, or why it refuses them.</summary>
internal sealed class Answer
{
    private Answer(IReadOnlyList<Finding> findings, string said)
    {
        Findings = findings;
        Said = said;
    }

    public IReadOnlyList<Finding> Findings { get; }

    public bool IsRefused { get; private init; }

    /// <summary>What is said besides the findings: outcome and next change, or the refusal.</summary>
    private string Said { get; }

    public static Answer Of(Func<PolicyRuling> decide)
    {
        try
        {
            return Of(decide());
        }
        catch (InvalidFactException impossible)
        {
            return Refused(impossible);
        }
    }

    public static Answer Of(PolicyRuling ruling) => new([.. ruling.Findings], ruling is PolicyDecision decision ? $"{decision.Outcome}, changes {decision.NextChange}" : string.Empty);

    public static Answer Refused(InvalidFactException impossible) =>
        new([], string.Join('\n', impossible.Problems.Select(problem => problem.ToString()).Distinct().Order(StringComparer.Ordinal))) { IsRefused = true };

    /// <summary>The first way in which another answer differs, if it does.</summary>
    public string? DifferenceTo(Answer other)
    {
        if (Said != other.Said)
        {
            return $"'{Said}' and '{other.Said}'";
        }

        int same = 0;
        while (same < Findings.Count && same < other.Findings.Count && Findings[same] == other.Findings[same])
        {
            same++;
        }

        return same == Findings.Count && same == other.Findings.Count ? null : $"'{Text(this, same)}' and '{Text(other, same)}'";
    }

    private static string Text(Answer answer, int index) => index < answer.Findings.Count
        ? $"{answer.Findings[index].Subject} {answer.Findings[index]} {answer.Findings[index].Holds} {answer.Findings[index].Margin} [{string.Join(' ', answer.Findings[index].MissingInputs)}]"
        : "nothing more";
}

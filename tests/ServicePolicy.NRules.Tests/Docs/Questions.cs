namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>Counts the questions that joins ask.</summary>
public static class Questions
{
    [ThreadStatic]
    private static int asked;

    public static int Asked
    {
        get => asked;
        set => asked = value;
    }

    /// <summary>The answer, counted.</summary>
    public static bool Count(bool answer)
    {
        asked++;
        return answer;
    }
}

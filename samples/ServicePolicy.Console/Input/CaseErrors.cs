namespace ServicePolicy.Samples.Input;

/// <summary>Words for why a case was not decided.</summary>
internal static class CaseErrors
{
    /// <summary>Each problem with its place.</summary>
    public static IEnumerable<string> Of(Exception refused, Reading reading) => refused switch
    {
        InvalidFactException impossible when reading.Origin is { } origin => impossible.Problems.Select(problem => Located(origin.Locate(problem))),
        InvalidFactException impossible => [$"{reading.Place}: {string.Join(" | ", impossible.Problems)}"],
        _ => [$"{reading.Place}: {Fault(refused)}"],
    };

    /// <summary>A fault of a rule, or of the program, in one line.</summary>
    public static string Fault(Exception fault) => fault.InnerException is { } inner ? $"{fault.Message} {inner.Message}" : fault.Message;

    private static string Located((Place Place, string Message) problem) => $"{problem.Place}: {problem.Message}";
}

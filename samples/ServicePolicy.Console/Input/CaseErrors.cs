using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Input;

/// <summary>Words for why a case was not decided.</summary>
internal static class CaseErrors
{
    /// <summary>Each problem with its place.</summary>
    public static IEnumerable<Message> Of(Exception refused, Reading reading) => refused switch
    {
        InvalidFactException impossible when reading.Origin is { } origin => impossible.Problems.Select(origin.Locate),
        InvalidFactException impossible => [new Message(reading.Place, string.Join(" | ", impossible.Problems))],
        _ => [new Message(reading.Place, Fault(refused))],
    };

    /// <summary>A fault of a rule, or of the program, in one line.</summary>
    public static string Fault(Exception fault) => fault.InnerException is { } inner ? $"{fault.Message} {inner.Message}" : fault.Message;
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using ServicePolicy.Serialization;

namespace ServicePolicy.AspNetCore.Problems;

/// <summary>What cannot be decided, as problem details (RFC 9457).</summary>
/// <remarks>No text of the request stands in them but what a <see cref="FactFormatException"/> and an <see cref="InvalidFactException"/> show, which is no secret.</remarks>
internal static class PolicyProblems
{
    /// <summary>The problem that a caller can mend.</summary>
    /// <value><see langword="null"/> where it is none: a fault of the host, which its own handling of exceptions is for.</value>
    public static ProblemDetails? Of(Exception exception, PolicyCase? @case = null, bool isAlone = true) => exception switch
    {
        FactFormatException unreadable => Problem(StatusCodes.Status400BadRequest, "unreadableFacts", "The facts cannot be read.", [.. unreadable.Mistakes.Select(Mistake)]),
        InvalidFactException impossible => Problem(
            StatusCodes.Status422UnprocessableEntity,
            "impossibleFacts",
            "The facts can be read, and cannot be.",
            [.. impossible.Problems.Select(problem => new PolicyProblem($"{problem.Fact}, {problem.Property}: {problem.Message}") { Pointer = @case is null ? null : Pointer(problem, @case, isAlone) })]),
        _ => null,
    };

    public static ProblemDetails Problem(int status, string code, string title, PolicyProblem[] errors) => new()
    {
        Status = status,
        Title = title,
        Extensions = { ["code"] = code, ["errors"] = errors },
    };

    private static PolicyProblem Mistake(FactMistake mistake) => new(mistake.Message) { Pointer = $"#{Uri.EscapeDataString(mistake.JsonPointer).Replace("%2F", "/", StringComparison.Ordinal)}", Line = mistake.Line, Column = mistake.Column };

    /// <summary>The last fact of that key: of two with one key it is the second that is too many.</summary>
    private static string? Pointer(FactProblem problem, PolicyCase @case, bool isAlone)
    {
        for (int i = @case.Facts.Length - 1; i >= 0; i--)
        {
            if (Is(@case.Facts[i], problem.Fact))
            {
                string place = i > 0 ? $"/facts/{i - 1}" : isAlone ? string.Empty : "/root";
                return $"#{place}/{problem.Property}";
            }
        }

        return null;
    }

    /// <summary>Whether a key is that of a fact; a long Id was cut.</summary>
    private static bool Is(IFact fact, FactKey key) => fact.GetType().Name == key.Type
        && (fact.Id == key.Id || (key.Id.EndsWith('…') && fact.Id.StartsWith(key.Id[..^1], StringComparison.Ordinal)));
}

using System.Text.Json.Serialization;

namespace ServicePolicy.AspNetCore.Problems;

/// <summary>One of the <c>errors</c> of problem details (RFC 9457).</summary>
/// <param name="Detail">What is wrong and what to do, in English.</param>
internal sealed record PolicyProblem(string Detail)
{
    /// <summary>Where in the body, as a JSON pointer in a URI fragment, such as <c>#/facts/1/amount</c>.</summary>
    /// <value><see langword="null"/> where it is not in the body.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The parameter of the request, such as <c>asOf</c>.</summary>
    /// <value><see langword="null"/> where it is in the body.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>The line of the body, from 1, where it could not be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>The column, from 1, in characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }
}

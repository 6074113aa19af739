using NodaTime;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>What is expected of a case at an instant; what is null is not looked at.</summary>
/// <param name="AsOf">The instant; needed unless an error is expected.</param>
/// <param name="Note">What this instant shows.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="NextChange">The next change as the JSON of a decision has it, or an instant, or <c>never</c>.</param>
/// <param name="Deciding">The standards that decide, in any order.</param>
/// <param name="Findings">All findings, each with the members to look at.</param>
/// <param name="Clauses">By standard, all findings of it, each with the members to look at; other standards are not looked at.</param>
/// <param name="Request">What the root fact, asked as a request, is answered.</param>
/// <param name="Until">Until when a request is deferred.</param>
/// <param name="Error">What the message of the error has in it, for facts that cannot be.</param>
internal sealed record Expectation(
    Instant? AsOf,
    string? Note,
    string? Outcome,
    JsonSpot? NextChange,
    IReadOnlyList<string>? Deciding,
    IReadOnlyList<JsonSpot>? Findings,
    IReadOnlyDictionary<string, IReadOnlyList<JsonSpot>>? Clauses,
    string? Request,
    Instant? Until,
    string? Error);

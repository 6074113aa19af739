using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using ServicePolicy.AspNetCore.Problems;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>A request is refused before any fact of it is decided.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the endpoints, which make problem details of it.")]
internal sealed class RefusedException(int status, string code, string title, params PolicyProblem[] errors) : Exception(title)
{
    public ProblemDetails Problem { get; } = PolicyProblems.Problem(status, code, title, errors);
}

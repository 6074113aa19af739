using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePolicy;
using ServicePolicy.AspNetCore;
using ServicePolicy.AspNetCore.Endpoints;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Serialization;

#pragma warning disable IDE0130 // Where a host that maps endpoints looks, as is customary.
namespace Microsoft.AspNetCore.Builder;
#pragma warning restore IDE0130

/// <summary>Maps the endpoints of a policy engine.</summary>
public static class PolicyEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps <c>decide</c>, <c>request</c>, <c>timeline</c> and <c>explain</c>, which take a case, and <c>catalogue</c> and <c>schema</c>, which are read.
    /// </summary>
    /// <remarks>
    /// All of them ask for the host's authorization, by its default policy: nobody who is not signed in is answered. What the host says of the group comes on
    /// top, such as <c>RequireAuthorization("agents")</c>; a host that wants them open has to say <c>AllowAnonymous()</c> itself.
    /// </remarks>
    /// <param name="endpoints">The endpoints of the host.</param>
    /// <param name="pattern">Where they are.</param>
    /// <param name="key">The key of the engine; the one without a key where left out.</param>
    /// <exception cref="InvalidOperationException">Services lack what <c>AddAspNetCore</c> adds.</exception>
    public static RouteGroupBuilder MapServicePolicy(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/policy", string? key = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        IServiceProvider services = endpoints.ServiceProvider;
        PolicyEngineMonitor? engine = key is null ? services.GetService<PolicyEngineMonitor>() : services.GetKeyedService<PolicyEngineMonitor>(key);
        if (engine is null || services.GetService<PolicyEndpointMark>() is null)
        {
            throw new InvalidOperationException(key is null
                ? "There is no engine for endpoints. Add services.AddServicePolicy().AddAspNetCore() first."
                : $"There is no engine '{key}' for endpoints. Add services.AddKeyedServicePolicy(\"{key}\").AddAspNetCore() first.");
        }

        PolicyEndpoints handlers = new(
            engine,
            services.GetRequiredService<IOptionsMonitor<PolicyEndpointOptions>>().Get(key ?? Options.DefaultName),
            services.GetRequiredService<TimeProvider>());
        RouteGroupBuilder group = endpoints.MapGroup(pattern).WithTags("ServicePolicy").RequireAuthorization();
        group.MapPost("/decide", (HttpContext context, string? asOf) => handlers.Decide(context, asOf))
            .Takes<DecisionDocument>(key, "Decide", "Decides a case", "The findings that hold at an instant, what they come to, and when that next changes. Without asOf the instant is now.");
        group.MapPost("/request", (HttpContext context, string? asOf) => handlers.Request(context, asOf))
            .Takes<RequestDocument>(key, "Request", "Answers \"may I?\"", "Whether the action that the root fact asks for may be taken at an instant, and if not, from when. Without asOf the instant is now.");
        group.MapPost("/timeline", (HttpContext context, string? from, string? until) => handlers.Timeline(context, from, until))
            .Takes<TimelineDocument>(key, "Timeline", "Gives all findings over time", "The status at any instant, past or future; what recurs is worked out from one instant until another: those of the case's beginning and 400 days later where left out.");
        group.MapPost("/explain", (HttpContext context, string? asOf) => handlers.Explain(context, asOf))
            .Takes<ExplanationDocument>(key, "Explain", "Says why, and why not", "The decision, and how every named condition answered on the way. Only where the host shows as much.");
        group.MapGet("/catalogue", () => handlers.Catalogue())
            .Describe(key, "Catalogue", "Lists the standards", "Every standard of the engine with its figures, its source, and whether it is enforced.")
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Json);
        group.MapGet("/schema", () => handlers.Schema())
            .Describe(key, "Schema", "Gives the JSON Schema of cases", "The JSON Schema (draft 2020-12) of every fact that the engine reads.")
            .Produces(StatusCodes.Status200OK, contentType: "application/schema+json");
        return group;
    }

    private static RouteHandlerBuilder Takes<TAnswer>(this RouteHandlerBuilder endpoint, string? key, string name, string summary, string description) => endpoint
        .Describe(key, name, summary, description)
        .Accepts<PolicyCase>(MediaTypeNames.Application.Json)
        .Produces<TAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status408RequestTimeout)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string? key, string name, string summary, string description) => endpoint
        .WithName($"ServicePolicy.{(key is null ? string.Empty : $"{key}.")}{name}")
        .WithSummary(summary)
        .WithDescription(description)
        .Produces(StatusCodes.Status401Unauthorized);
}

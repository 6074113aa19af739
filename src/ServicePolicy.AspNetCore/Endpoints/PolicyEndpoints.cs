using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.AspNetCore.Problems;
using ServicePolicy.Catalogue;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Serialization;

namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>What the endpoints of an engine do.</summary>
internal sealed class PolicyEndpoints(PolicyEngineMonitor engine, PolicyEndpointOptions options, TimeProvider time)
{
    private static readonly Duration UsualWindow = Duration.FromDays(400);
    private readonly Lazy<byte[]> schema = new(() => JsonSerializer.SerializeToUtf8Bytes(PolicyJson.CreateSchema(options.FactTypes), SchemaJson.Default.JsonNode));

    /// <summary>In the language of the request, as the host's request localization found it.</summary>
    private static CultureInfo Language => CultureInfo.CurrentUICulture;

    public Task<IResult> Decide(HttpContext context, string? asOf) => Answer(context, DecisionDetail.Outcome, (@case, shown, limit) =>
    {
        PolicyDecision decision = engine.Current.WithCancellation(limit).Evaluate(@case, InstantOf(asOf, nameof(asOf)));
        return writer => Write(writer, decision, shown);
    });

    public Task<IResult> Request(HttpContext context, string? asOf) => Answer(context, DecisionDetail.Outcome, (@case, shown, limit) =>
    {
        RequestDecision request = engine.Current.WithCancellation(limit).EvaluateRequest(@case, InstantOf(asOf, nameof(asOf)));
        return writer =>
        {
            if (shown == DecisionDetail.Outcome)
            {
                PolicyJson.WriteOutcome(writer, request, options.FactTypes);
            }
            else
            {
                PolicyJson.WriteRequest(writer, request, Language, options.FactTypes);
            }
        };
    });

    public Task<IResult> Timeline(HttpContext context, string? from, string? until) => Answer(context, DecisionDetail.Findings, (@case, _, limit) =>
    {
        Instant start = from is null ? @case.Root.OpenedAt : InstantOf(from, nameof(from));
        Instant end = until is null ? Instant.Min(start, Instant.MaxValue - UsualWindow) + UsualWindow : InstantOf(until, nameof(until));
        if (end <= start || end - start > options.LongestWindow)
        {
            throw new RefusedException(
                StatusCodes.Status400BadRequest,
                "noWindow",
                "The window cannot be worked out.",
                new PolicyProblem($"The window from {start} until {end} is empty or longer than {options.LongestWindow.TotalDays:0.##} days. Give a later end, or a window that is not as long.") { Parameter = nameof(until) });
        }

        PolicyTimeline timeline = engine.Current.WithCancellation(limit).Timeline(@case, new Interval(start, end));
        return writer => PolicyJson.WriteTimeline(writer, timeline, Language, options.FactTypes);
    });

    public Task<IResult> Explain(HttpContext context, string? asOf) => Answer(context, DecisionDetail.Explanation, (@case, _, limit) =>
    {
        PolicyExplanation explanation = engine.Current.WithCancellation(limit).Explain(@case, InstantOf(asOf, nameof(asOf)));
        return writer => PolicyJson.WriteExplanation(writer, explanation, Language, options.FactTypes);
    });

    public IResult Catalogue()
    {
        StandardCatalogue catalogue = engine.Current.Catalogue;
        return new PolicyAnswer(writer => CatalogueWriter.Write(writer, catalogue, Language));
    }

    public IResult Schema() => Results.Bytes(schema.Value, "application/schema+json");

    private void Write(Utf8JsonWriter writer, PolicyDecision decision, DecisionDetail shown)
    {
        if (shown == DecisionDetail.Outcome)
        {
            PolicyJson.WriteOutcome(writer, decision, options.FactTypes);
        }
        else
        {
            PolicyJson.WriteDecision(writer, decision, Language, options.FactTypes);
        }
    }

    private async Task<IResult> Answer(HttpContext context, DecisionDetail needed, Func<PolicyCase, DecisionDetail, CancellationToken, Action<Utf8JsonWriter>> decide)
    {
        CaseBody? body = null;
        using CancellationTokenSource limit = new(options.MostTime, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, context.RequestAborted);
        try
        {
            DecisionDetail shown = options.Shows(context);
            if (shown < needed)
            {
                throw new RefusedException(StatusCodes.Status403Forbidden, "notShown", "This is not shown to you.", new PolicyProblem($"The host shows you as much as '{shown}' of a decision, and this has '{needed}'."));
            }

            body = await CaseBody.ReadAsync(context.Request, options, either.Token).ConfigureAwait(false);
            return new PolicyAnswer(decide(body.Case, shown, either.Token));
        }
        catch (RefusedException refused)
        {
            return Results.Problem(refused.Problem);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            return Results.Problem(body is null
                ? PolicyProblems.Problem(StatusCodes.Status408RequestTimeout, "tooSlow", "The body did not come in time.", [new PolicyProblem($"Send it within {options.MostTime.TotalSeconds:0.###} s.")])
                : PolicyProblems.Problem(StatusCodes.Status503ServiceUnavailable, "tooMuch", "The case could not be decided in time.", [new PolicyProblem($"It takes longer than {options.MostTime.TotalSeconds:0.###} s. Send fewer facts, or ask for a shorter window.")]));
        }
        catch (Exception exception) when (PolicyProblems.Of(exception, body?.Case, body?.IsAlone ?? true) is { } problem)
        {
            return Results.Problem(problem);
        }
    }

    private Instant InstantOf(string? text, string parameter)
    {
        if (text is null)
        {
            return Instant.FromDateTimeOffset(time.GetUtcNow());
        }

        // A plus that was not escaped arrives as a space.
        return OffsetDateTimePattern.Rfc3339.Parse(text.Replace(' ', '+')) is { Success: true } parsed
            ? parsed.Value.ToInstant()
            : throw new RefusedException(
                StatusCodes.Status400BadRequest,
                "noInstant",
                "A parameter is no instant.",
                new PolicyProblem($"'{(text.Length > 60 ? $"{text[..60]}…" : text)}' is no instant. Write it as 2026-11-20T09:00:00Z or with an offset.") { Parameter = parameter });
    }
}

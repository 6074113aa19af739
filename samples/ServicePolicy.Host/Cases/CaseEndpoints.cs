namespace ServicePolicy.Samples.Host.Cases;

/// <summary>The cases to pick.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.MapGet("/cases", (SampleCases cases) => TypedResults.Ok(cases.Groups)).WithSummary("Lists the cases that ship with the sample").WithTags("Sample");
        app.MapGet("/cases/{id:int}", IResult (int id, SampleCases cases) => cases.Find(id) is { } body ? TypedResults.Bytes(body, "application/json") : TypedResults.NotFound())
            .WithSummary("Gives the JSON of one").WithTags("Sample");
    }
}

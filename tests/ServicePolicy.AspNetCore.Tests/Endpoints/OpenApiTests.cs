using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ServicePolicy.AspNetCore.Tests.Endpoints;

/// <summary>The endpoints as OpenAPI describes them.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Document_DescribesEveryEndpoint()
    {
        JsonNode document = await Document();
        JsonObject paths = document["paths"]!.AsObject();

        Assert.Equal(["/policy/catalogue", "/policy/decide", "/policy/explain", "/policy/request", "/policy/schema", "/policy/timeline"], paths.Select(path => path.Key).Order());
        Assert.All(["decide", "request", "timeline", "explain"], endpoint =>
        {
            JsonNode post = paths[$"/policy/{endpoint}"]!["post"]!;
            Assert.Equal(["200", "400", "401", "403", "408", "413", "415", "422", "503"], post["responses"]!.AsObject().Select(response => response.Key).Order());
            Assert.NotEmpty(post["summary"]!.GetValue<string>());
            Assert.NotNull(post["requestBody"]!["content"]!["application/json"]);
            Assert.NotNull(post["responses"]!["422"]!["content"]!["application/problem+json"]);
        });
        Assert.Equal(["from", "until"], paths["/policy/timeline"]!["post"]!["parameters"]!.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()));
        Assert.Equal("asOf", Assert.Single(paths["/policy/decide"]!["post"]!["parameters"]!.AsArray())!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Document_SchemaOfADecision_IsThatWhichIsWritten()
    {
        JsonNode schemas = (await Document())["components"]!["schemas"]!;
        JsonNode decision = schemas["DecisionDocument"]!, finding = schemas["FindingDocument"]!;

        Assert.Equal(["case", "asOf", "outcome", "nextChange", "deciding", "findings", "scoreSheets", "version"], decision["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal(["asOf", "case", "deciding", "findings", "nextChange", "outcome", "version"], decision["required"]!.AsArray().Select(name => name!.GetValue<string>()).Order());
        JsonNode outcome = Resolved(schemas, decision["properties"]!["outcome"]!);
        Assert.Equal(["notApplicable", "met", "pending", "indeterminate", "inadmissible", "atRisk", "breached", "violated"], outcome["enum"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("date-time", Resolved(schemas, decision["properties"]!["asOf"]!)["format"]!.GetValue<string>());
        Assert.Equal(["start", "end"], Resolved(schemas, finding["properties"]!["holds"]!)["properties"]!.AsObject().Select(property => property.Key));
    }

    private static JsonNode Resolved(JsonNode schemas, JsonNode schema) => schema["$ref"] is { } reference ? schemas[reference.GetValue<string>().Split('/')[^1]]! : schema;

    private static async Task<JsonNode> Document()
    {
        await using Host host = await Host.StartAsync(services: services => services.AddOpenApi(), map: app =>
        {
            app.MapServicePolicy();
            app.MapOpenApi();
        });
        return JsonNode.Parse(await host.Anonymous.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}

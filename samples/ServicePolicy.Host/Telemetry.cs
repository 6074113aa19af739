using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ServicePolicy.Telemetry;

namespace ServicePolicy.Samples.Host;

/// <summary>Metrics and traces, to wherever the configuration says.</summary>
internal static class Telemetry
{
    private static readonly string[] Names = [PolicyTelemetry.Name, "ServicePolicy.PostgreSql", "Npgsql"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        string exporter = builder.Configuration["Telemetry:Exporter"] ?? "none";
        switch (exporter)
        {
            case "none":
                return;
            case "console":
                Add(metrics => metrics.AddConsoleExporter(), traces => traces.AddConsoleExporter());
                return;
            case "otlp":
                Add(metrics => metrics.AddOtlpExporter(), traces => traces.AddOtlpExporter());
                return;
            default:
                throw new InvalidOperationException($"Telemetry:Exporter is '{exporter}'. Give none, console or otlp.");
        }

        void Add(Action<MeterProviderBuilder> metrics, Action<TracerProviderBuilder> traces) => builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("service-policy-host"))
            .WithMetrics(meters => metrics(meters.AddMeter([.. Names, "Microsoft.AspNetCore.Hosting"])))
            .WithTracing(sources => traces(sources.AddSource(Names).AddAspNetCoreInstrumentation()));
    }
}

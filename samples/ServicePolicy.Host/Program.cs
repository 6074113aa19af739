// The endpoints of an engine, and a page on which a person moves an instant along the timeline of a case.
//
//   dotnet run --project samples/ServicePolicy.Host                                    in memory, http://localhost:5000
//   dotnet run --project samples/ServicePolicy.Host -- --ConnectionStrings:Policy "Host=localhost;Username=postgres"
//   dotnet run --project samples/ServicePolicy.Host -- --Telemetry:Exporter console    or otlp, to OTEL_EXPORTER_OTLP_ENDPOINT
//
//   dotnet run --project samples/ServicePolicy.Host -- --SignIn:Users:ada "a long password"   nobody else is answered
//
// Figures are configuration as well: --ServicePolicy:Figures:Complaints:Vip PT4H.
using ServicePolicy;
using ServicePolicy.AspNetCore;
using ServicePolicy.Samples.Host;
using ServicePolicy.Samples.Host.Cases;
using ServicePolicy.Samples.Host.SignIn;
using ServicePolicy.Samples.Host.Watching;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services
    .AddServicePolicy(builder.Configuration.GetSection("ServicePolicy"))
    .AddAspNetCore(options => options.Shows = _ => DecisionDetail.Explanation)
    .WatchCases(builder.Configuration.GetConnectionString("Policy"));
builder.Services.AddHealthChecks().AddServicePolicy();
builder.Services.AddOpenApi();
builder.Services.AddAuthorization();
builder.Services.AddSingleton<SampleCases>();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(HostJson.Default));
builder.AddTelemetry();

bool signsIn = builder.Configuration.HasUsers();
if (signsIn)
{
    builder.Services.AddSignIn(builder.Configuration);
}

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UsePageSecurity();
app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedUICultures("en", "zh-Hans"));
app.UseDefaultFiles();
app.UseStaticFiles();
if (signsIn)
{
    app.UseAuthentication();
    app.MapSignIn();
}

app.UseAuthorization();

RouteGroupBuilder endpoints = app.MapGroup(string.Empty);
endpoints.MapServicePolicy();
endpoints.MapCases();
endpoints.MapWatching();
if (signsIn)
{
    endpoints.RequireAuthorization();
}
else
{
    // Without users the sample is for one machine, so it says so; a host leaves AllowAnonymous out.
    endpoints.AllowAnonymous();
}

app.MapOpenApi();
app.MapHealthChecks("/health");
await app.PrepareCasesAsync();
await app.RunAsync();

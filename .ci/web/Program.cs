using ServicePolicy;
using ServicePolicy.Complaints;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddServicePolicy(builder.Configuration.GetSection("ServicePolicy")).AddAspNetCore();

var app = builder.Build();
app.UseExceptionHandler();
app.MapServicePolicy("/policy").AllowAnonymous();       // to try it on one machine: see Authorization
app.MapPost("/complaints", (Complaint complaint, PolicyEngine engine, TimeProvider time) => engine.EvaluateNow(complaint, time));

app.Run();

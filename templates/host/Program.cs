using Helpdesk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddServicePolicy(builder.Configuration.GetSection("ServicePolicy"));    // figures and switches: appsettings.json
builder.Services.AddHostedService<CaseWatcher>();
await builder.Build().RunAsync();

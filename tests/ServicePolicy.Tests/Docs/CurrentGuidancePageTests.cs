using Microsoft.Extensions.DependencyInjection;
using ServicePolicy.Credentials;
using ServicePolicy.DependencyInjection;
using Xunit;

namespace ServicePolicy.Tests.Docs;

/// <summary>The C# of docs/families/current-guidance.md.</summary>
public sealed class CurrentGuidancePageTests
{
    [Fact]
    public void Chosen()
    {
        ServiceCollection services = new();
        services.AddServicePolicy().UseCurrentGuidance();

        using ServiceProvider host = services.BuildServiceProvider();
        PolicyEngine engine = host.GetRequiredService<PolicyEngine>();
        Assert.Equal((true, false), (engine.Catalogue.GetEntry("PWD-03").IsEnforced, engine.Catalogue.GetEntry("CRD-04").IsEnforced));
    }

    [Fact]
    public async Task Asked()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "correct horse battery staple\n", TestContext.Current.CancellationToken);
            Assert.Equal(YesNo.Yes, await Ask(file, new Secret("Correct horse battery staple"), TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }

        static async Task<YesNo> Ask(string file, Secret password, CancellationToken cancellation)
        {
            FileBlocklist list = FileBlocklist.Read(file);
            YesNo answer = await list.ContainsAsync(password, cancellation);

            return answer;
        }
    }
}

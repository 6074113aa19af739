using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Commands;

/// <summary>The section of a host's configuration, read from JSON just as a host reads it.</summary>
internal static class HostSettings
{
    /// <summary>The engine that a host with this section has.</summary>
    /// <exception cref="InputException">There are mistakes in it; all are listed.</exception>
    public static PolicyEngine Build(JsonSpot section)
    {
        ServiceCollection services = new();
        services.AddServicePolicy(Configuration(section)).Configure(options => options.Telemetry = false);
        using ServiceProvider host = services.BuildServiceProvider();
        try
        {
            return host.GetRequiredService<PolicyEngine>();
        }
        catch (OptionsValidationException mistakes)
        {
            throw section.Error(string.Join(" | ", mistakes.Failures));
        }
    }

    /// <summary>An object as configuration; there, capital letters do not count.</summary>
    public static IConfiguration Configuration(JsonSpot spot)
    {
        spot.Members();
        spot.NamesOnce(StringComparer.OrdinalIgnoreCase);
        using MemoryStream json = new(spot.Bytes.ToArray());
        return new ConfigurationBuilder().AddJsonStream(json).Build();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Samples.Input;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Samples.Commands;

/// <summary>What a host has in its configuration, from JSON, and made into an engine just as a host makes it.</summary>
internal sealed record HostSettings
{
    private const string SectionName = "ServicePolicy";

    /// <summary>The section of a host, or a whole configuration that has it.</summary>
    public JsonSpot? Section { get; init; }

    /// <summary>Figures that stand over those of the section.</summary>
    public JsonSpot? Figures { get; init; }

    /// <summary>Calendars besides those of the section.</summary>
    public JsonSpot? Calendars { get; init; }

    /// <summary>What is switched off besides what the section switches off.</summary>
    public IReadOnlyCollection<string> SwitchedOff { get; init; } = [];

    /// <summary>What runs the rules.</summary>
    public EngineKind Engine { get; init; }

    /// <summary>The engine that a host with these settings has.</summary>
    /// <exception cref="SettingsException">There are mistakes in them; all are listed.</exception>
    public PolicyEngine Build()
    {
        ServiceCollection services = new();
        services.AddServicePolicy(Read()).SwitchOff(SwitchedOff).Configure(options =>
        {
            options.Telemetry = false;
            options.Run(Engine);
        });
        using ServiceProvider host = services.BuildServiceProvider();
        try
        {
            return host.GetRequiredService<PolicyEngine>();
        }
        catch (OptionsValidationException mistakes)
        {
            throw new SettingsException([.. mistakes.Failures]);
        }
    }

    private IConfiguration Read()
    {
        ConfigurationBuilder layers = new();
        if (Section is not null)
        {
            IConfiguration whole = Configuration(Section);
            layers.AddConfiguration(whole.GetSection(SectionName) is { } section && section.Exists() ? section : whole);
        }

        string[] there = [.. layers.Build().GetSection(nameof(ServicePolicyOptions.Calendars)).GetChildren().Select(calendar => calendar.Key)];
        if (Calendars?.Members().Keys.FirstOrDefault(key => there.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } twice)
        {
            throw Calendars.Error($"calendar '{twice}' is in the settings too. Give each calendar its own key.");
        }

        Add(layers, nameof(ServicePolicyOptions.Figures), Figures);
        Add(layers, nameof(ServicePolicyOptions.Calendars), Calendars);
        return layers.Build();
    }

    private static void Add(ConfigurationBuilder layers, string section, JsonSpot? spot)
    {
        if (spot is not null)
        {
            layers.AddInMemoryCollection(Configuration(spot).AsEnumerable().Select(pair => KeyValuePair.Create($"{section}:{pair.Key}", pair.Value)));
        }
    }

    /// <summary>An object as configuration; there, capital letters do not count.</summary>
    private static IConfigurationRoot Configuration(JsonSpot spot)
    {
        spot.Members();
        spot.NamesOnce(StringComparer.OrdinalIgnoreCase);
        using MemoryStream json = new(spot.Bytes.ToArray());
        return new ConfigurationBuilder().AddJsonStream(json).Build();
    }
}

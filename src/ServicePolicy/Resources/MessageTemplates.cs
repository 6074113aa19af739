using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using NodaTime.Text;

namespace ServicePolicy.Resources;

/// <summary>The texts of titles and messages, by culture.</summary>
internal static class MessageTemplates
{
    private const string Frames = "Messages";

    private static readonly ConcurrentDictionary<string, ResourceManager> Texts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Name, CultureInfo Culture), Template?> Parsed = new();

    /// <summary>The title of a standard; the Id where a title is wanting.</summary>
    public static string Title(string id, CultureInfo culture) => GetString(id, culture) ?? id;

    public static string Text(string name, CultureInfo culture) =>
        GetString(name, culture) ?? throw new MissingManifestResourceException($"The text '{name}' is missing from the messages.");

    /// <summary>The template of a message, if there is one of that name.</summary>
    public static Template? Find(string name, CultureInfo culture) =>
        Parsed.GetOrAdd((name, culture), static key => GetString(key.Name, key.Culture) is { } text ? new Template(text) : null);

    public static string Decision(PolicyDecision decision, CultureInfo culture) => Find("Decision", culture)!.Render(name => name switch
    {
        "outcome" => Text($"Outcome.{decision.Outcome}", culture),
        "asOf" => InstantPattern.ExtendedIso.Format(decision.AsOf),
        "next" => decision.NextChange.Instant is { } next ? InstantPattern.ExtendedIso.Format(next) : null,
        _ => null,
    });

    public static string Request(RequestDecision request, CultureInfo culture) => Find("Request", culture)!.Render(name => name switch
    {
        "outcome" => Text($"Request.{request.Outcome}", culture),
        "asOf" => InstantPattern.ExtendedIso.Format(request.AsOf),
        "until" => request.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
        _ => null,
    });

    /// <summary>A text: those of a standard (<c>CMP-05.Text</c>) stand in the file of its family, all others with the frames.</summary>
    private static string? GetString(string name, CultureInfo culture)
    {
        string file = name.IndexOf('-', StringComparison.Ordinal) is > 0 and int dash ? name[..dash] : Frames;
        return Texts.GetOrAdd(file, Open).GetString(name, Written(culture));
    }

    // Chinese of no script: the fallback of cultures would go straight to English. Looked up only then, since there are processes without any culture.
    private static CultureInfo Written(CultureInfo culture) => culture.Name == "zh" ? CultureInfo.GetCultureInfo("zh-Hans") : culture;

    private static ResourceManager Open(string file)
    {
        string name = $"ServicePolicy.Resources.{file}";
        bool exists = typeof(MessageTemplates).Assembly.GetManifestResourceInfo($"{name}.resources") is not null;
        return new ResourceManager(exists ? name : $"ServicePolicy.Resources.{Frames}", typeof(MessageTemplates).Assembly);
    }
}

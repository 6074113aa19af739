using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ServicePolicy.Resources;

/// <summary>The texts of titles and messages in one culture, each made ready when it is first wanted.</summary>
internal sealed class MessageTemplates
{
    private const string Frames = "Messages";

    /// <summary>There are not as many texts; what has more classes of its own is looked up again.</summary>
    private const int MostKept = 10_000;

    private static readonly ConcurrentDictionary<string, ResourceManager> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<CultureInfo, MessageTemplates> ByCulture = new();
    private static MessageTemplates? latest;

    private const int Latest = 256;

    private readonly ConcurrentDictionary<FindingTextKey, FindingText> texts = new();
    private readonly FindingText?[] latestTexts = new FindingText?[Latest];
    private readonly ConcurrentDictionary<string, Template> frames = new(StringComparer.Ordinal);
    private readonly CultureInfo culture;

    private MessageTemplates(CultureInfo culture)
    {
        this.culture = culture;
        Units = new UnitWords(Text("Unit.Day"), Text("Unit.Hour"), Text("Unit.Minute"), Text("Unit.Second"), Text("Unit.Nanosecond"));
    }

    /// <summary>The units of time.</summary>
    public UnitWords Units { get; }

    public static MessageTemplates Of(CultureInfo culture)
    {
        // A process mostly speaks one language at a time.
        MessageTemplates? last = latest;
        return ReferenceEquals(last?.culture, culture) ? last! : latest = ByCulture.GetOrAdd(culture, static wanted => new MessageTemplates(wanted));
    }

    /// <summary>The title of a standard; the Id where a title is wanting.</summary>
    public static string Title(string id, CultureInfo culture) => GetString(id, culture) ?? id;

    public Template Frame(string name) => frames.GetOrAdd(name, static (name, own) => new Template(own.Text(name)), this);

    /// <summary>What a standard says in a finding: the text of its ground, its kind or state, or of itself, or else its title.</summary>
    public FindingText TextOf(FindingTextKey key)
    {
        // Texts are few and wanted again and again: most are found without a search.
        ref FindingText? place = ref latestTexts[key.GetHashCode() & (Latest - 1)];
        if (place is { } found && found.Key == key)
        {
            return found;
        }

        return place = texts.TryGetValue(key, out FindingText? known) ? known
            : texts.Count < MostKept ? texts.GetOrAdd(key, Made)
            : Made(key);
    }

    private FindingText Made(FindingTextKey key)
    {
        Standard standard = key.Standard;
        string code = Finding.CodeOf(standard, key.Kind, key.State), title = standard.Title(culture);
        string? text = standard.OwnTitle is not null ? null
            : (key.Ground is null ? null : GetString($"{code}.{key.Ground}.Text", culture)) ?? GetString($"{code}.Text", culture) ?? GetString($"{standard.Id}.Text", culture);
        return new FindingText(key, text is null ? Template.Literal(title) : new Template(text), Frame(key.State == FindingState.None ? $"Frame.{key.Kind}" : $"Frame.{key.State}"), title);
    }

    public string Text(string name) => GetString(name, culture) ?? throw new MissingManifestResourceException($"The text '{name}' is missing from the messages.");

    /// <summary>A text: those of a standard (<c>CMP-05.Text</c>) stand in the file of its family, all others with the frames.</summary>
    private static string? GetString(string name, CultureInfo culture)
    {
        string file = name.IndexOf('-', StringComparison.Ordinal) is > 0 and int dash ? name[..dash] : Frames;
        return Files.GetOrAdd(file, Open).GetString(name, Written(culture));
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

using NodaTime;
using NodaTime.TimeZones;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Reads mappings, and refuses what the schema does not know; the page on mappings in the documentation shows all of it.</summary>
internal sealed class MappingFile
{
    public static readonly string[] Members =
        ["$schema", "comment", "delimiter", "encoding", "zone", "resolver", "skew", "fact", "properties", "case", "facts", "files"];

    public static readonly string[] FactMembers = ["fact", "properties", "when", "file"];

    public static readonly string[] FileMembers = ["path", "key", "match", "delimiter", "encoding", "zone", "resolver"];

    public static readonly string[] CaseMembers = ["columns", "rows"];

    /// <summary>Where the rows of a case may stand.</summary>
    public static readonly string[] Rows = ["together", "anywhere"];

    private readonly DateTimeZone? zone;
    private readonly string folder;
    private readonly JsonSpot spot;
    private readonly IReadOnlyDictionary<string, JsonSpot> members;
    private readonly TableColumns columns = new();
    private readonly Dictionary<string, (JoinedFile File, RowTimes Times)> files = new(StringComparer.Ordinal);
    private readonly bool hides;

    private MappingFile(JsonSpot spot, string folder, DateTimeZone? zone)
    {
        this.zone = zone;
        this.folder = folder;
        this.spot = spot;
        members = spot.Members(Members);
        IEnumerable<JsonSpot> others = members.TryGetValue("facts", out JsonSpot? facts) ? facts.Items().Select(fact => fact.Needed("fact")) : [];
        hides = others.Prepend(spot.Needed("fact")).Any(HasSecrets);
    }

    /// <summary>The mapping in a file; <paramref name="zone"/> is the zone of local times whatever the mapping says.</summary>
    /// <exception cref="InputException">There is a mistake in it.</exception>
    public static TableMapping Read(string file, DateTimeZone? zone = null) =>
        Read(JsonSpot.Load(file), Path.GetDirectoryName(Path.GetFullPath(file))!, zone);

    /// <summary>A mapping whose joined files are in a folder.</summary>
    /// <exception cref="InputException">There is a mistake in it.</exception>
    public static TableMapping Read(JsonSpot spot, string folder, DateTimeZone? zone) => new MappingFile(spot, folder, zone).Read();

    private static bool HasSecrets(JsonSpot fact) =>
        FactTypes.Default.PropertiesOf(FactReading.TypeOf(fact)).Any(property => PropertyKinds.Of(property) == PropertyKind.Secret);

    private static char Delimiter(IReadOnlyDictionary<string, JsonSpot> members)
    {
        if (!members.TryGetValue("delimiter", out JsonSpot? delimiter))
        {
            return ',';
        }

        return delimiter.Text() is [var one and (not ('"' or '\r' or '\n' or ' ') and < (char)128)]
            ? one
            : throw delimiter.Error("it is one ASCII character, such as a comma, a semicolon or \"\\t\", and no quotation mark, blank or line break.");
    }

    private static CaseGrouping Grouping(JsonSpot spot, TableColumns columns)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members(CaseMembers);
        Column[] by = Columns(members, "columns", spot, columns);
        return new CaseGrouping(by, members.TryGetValue("rows", out JsonSpot? rows) && rows.OneOf(Rows) == "anywhere");
    }

    private static Column[] Columns(IReadOnlyDictionary<string, JsonSpot> members, string name, JsonSpot spot, TableColumns columns)
    {
        Column[] found = members.TryGetValue(name, out JsonSpot? list) ? [.. list.Items().Select(item => columns.Of(item.Text()))] : throw spot.Error($"'{name}' is missing: name the columns.");
        return found.Length > 0 ? found : throw list.Error("it names no column.");
    }

    private TableMapping Read()
    {
        TableForm form = Form(members);
        Duration skew = Skew();
        RowTimes times = Times(members, columns, null);
        CaseGrouping? grouping = members.TryGetValue("case", out JsonSpot? group) ? Grouping(group, columns) : null;
        if (members.TryGetValue("files", out JsonSpot? joined))
        {
            foreach ((string name, JsonSpot file) in joined.Members())
            {
                files.Add(name, File(name, file, times));
            }
        }

        FactMapping root = new FactReading(columns, times).Read(spot.Needed("fact"), spot.Needed("properties"), null, null);
        int common = columns.All.Count;
        FactMapping[] facts = members.TryGetValue("facts", out JsonSpot? others) ? [.. others.Items().Select(fact => Fact(fact, times))] : [];
        return new TableMapping(form, columns, common, root, facts, grouping, [.. files.Values.Select(file => file.File)], skew);
    }

    private TableForm Form(IReadOnlyDictionary<string, JsonSpot> members) =>
        new(Delimiter(members), members.TryGetValue("encoding", out JsonSpot? encoding) ? Encodings.Read(encoding) : null, hides);

    private RowTimes Times(IReadOnlyDictionary<string, JsonSpot> members, TableColumns columns, RowTimes? table)
    {
        ZoneChoice? choice = zone is not null ? ZoneChoice.Of(zone)
            : members.TryGetValue("zone", out JsonSpot? where) ? ZoneChoice.Read(where, columns)
            : table?.Zone is { IsSame: true } same ? same : null;
        ZoneLocalMappingResolver? resolver = members.TryGetValue("resolver", out JsonSpot? which) ? LocalTimes.Resolvers[which.OneOf([.. LocalTimes.Resolvers.Keys])] : table?.Resolver;
        return new RowTimes(choice, resolver);
    }

    private Duration Skew()
    {
        if (!members.TryGetValue("skew", out JsonSpot? spot))
        {
            return Duration.Zero;
        }

        Duration skew = (Duration)JsonValues.Read(spot, typeof(Duration));
        return skew >= Duration.Zero ? skew : throw spot.Error("it is less than zero.");
    }

    private (JoinedFile File, RowTimes Times) File(string name, JsonSpot spot, RowTimes table)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members(FileMembers);
        TableColumns own = new();
        Column[] key = Columns(members, "key", spot, own);
        Column[] match = members.ContainsKey("match") ? Columns(members, "match", spot, columns) : [.. key.Select(column => columns.Of(column.Name))];
        if (match.Length != key.Length)
        {
            throw spot.Error($"'match' names {match.Length} columns of the table, and 'key' {key.Length} of the file. Name as many.");
        }

        string path = Path.Combine(folder, spot.Needed("path").Text());
        return (new JoinedFile(name, path, Form(members), own, key, match), Times(members, own, table));
    }

    private FactMapping Fact(JsonSpot spot, RowTimes times)
    {
        IReadOnlyDictionary<string, JsonSpot> members = spot.Members(FactMembers);
        bool isJoined = members.TryGetValue("file", out JsonSpot? name);
        (JoinedFile? file, RowTimes own) = isJoined ? files[name!.OneOf(files.Keys)] : (null, times);
        return new FactReading(file?.Columns ?? columns, own).Read(spot.Needed("fact"), spot.Needed("properties"), members.GetValueOrDefault("when"), file);
    }
}

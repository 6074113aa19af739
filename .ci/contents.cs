// Lists what is in packages and holds them to what a stranger expects. Arguments: the .nupkg files. Run as `dotnet run .ci/contents.cs -- FILE…`.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

int mistakes = 0;
foreach (string file in args)
{
    using ZipArchive package = ZipFile.OpenRead(file);
    Dictionary<string, ZipArchiveEntry> entries = package.Entries.ToDictionary(entry => Uri.UnescapeDataString(entry.FullName), StringComparer.Ordinal);
    string name = Path.GetFileName(file);
    Console.WriteLine($"{name}: {entries.Count} files, {new FileInfo(file).Length / 1024} kB");
    foreach (var folder in entries.Keys.GroupBy(entry => Path.GetDirectoryName(entry) ?? string.Empty).OrderBy(folder => folder.Key, StringComparer.Ordinal))
    {
        Console.WriteLine($"  {folder.Key}/ {string.Join(' ', folder.Select(Path.GetFileName).Order(StringComparer.Ordinal))}");
    }

    XElement metadata = XElement.Parse(Text(entries.Values.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)))).Elements().Single();
    string? Said(string element) => metadata.Elements().FirstOrDefault(found => found.Name.LocalName == element)?.Value;
    void Wrong(string what)
    {
        Console.WriteLine($"  WRONG: {what}");
        mistakes++;
    }

    foreach (string element in new[] { "authors", "description", "license", "releaseNotes", "tags", "copyright" })
    {
        if (string.IsNullOrWhiteSpace(Said(element)))
        {
            Wrong($"the .nuspec has no {element}");
        }
    }

    string[] own = Said("id") == "ServicePolicy" ? ["analyzers/dotnet/cs/ServicePolicy.Analyzers.dll"] : [];
    foreach (string needed in own.Concat([Said("icon") ?? "icon", Said("readme") ?? "readme", "LICENSE", "CHANGELOG.md", "_manifest/cyclonedx/bom.json"]).Where(needed => !entries.ContainsKey(needed)))
    {
        Wrong($"{needed} is missing");
    }

    int links = 0, pictures = 0;
    foreach (string page in entries.Keys.Where(entry => entry.EndsWith(".md", StringComparison.Ordinal)))
    {
        string text = Regex.Replace(Text(entries[page]), "```.*?```|`[^`\n]*`", string.Empty, RegexOptions.Singleline);
        foreach (Match link in Regex.Matches(text, @"(!?)\[[^\]]*\]\(([^)\s]+)\)"))
        {
            links++;
            pictures += link.Groups[1].Length;
            if (!Uri.TryCreate(link.Groups[2].Value, UriKind.Absolute, out Uri? address) || address.IsFile)
            {
                string[] parts = link.Groups[2].Value.Split('#');
                string target = parts[0].Length == 0 ? page : Path.GetRelativePath("/", Path.GetFullPath(parts[0], Path.GetDirectoryName("/" + page)!));
                if (!entries.Keys.Any(entry => entry == target || entry.StartsWith(target + "/", StringComparison.Ordinal)))
                {
                    Wrong($"{page} links to {link.Groups[2].Value}, which is not in the package");
                }
                else if (parts.Length > 1 && !Headings(Text(entries[target])).Contains(parts[1]))
                {
                    Wrong($"{page} links to {link.Groups[2].Value}, and {target} has no such heading");
                }
            }
            else if (address.Scheme != Uri.UriSchemeHttps)
            {
                Wrong($"{page} links to {address}, which is not https");
            }
        }
    }

    Console.WriteLine($"  {links} links followed, {pictures} of them pictures");
    if (entries.TryGetValue("_manifest/cyclonedx/bom.json", out ZipArchiveEntry? bill))
    {
        using JsonDocument materials = JsonDocument.Parse(Text(bill));
        HashSet<string?> listed = [.. (materials.RootElement.TryGetProperty("components", out JsonElement components) ? components.EnumerateArray() : default).Select(component => $"{component.GetProperty("name").GetString()} {component.GetProperty("version").GetString()}")];
        foreach (string dependency in metadata.Descendants().Where(found => found.Name.LocalName == "dependency").Select(found => $"{(string?)found.Attribute("id")} {(string?)found.Attribute("version")}").Where(dependency => !listed.Contains(dependency)))
        {
            Wrong($"the bill of materials does not list {dependency}");
        }

        Console.WriteLine($"  {listed.Count} components in the bill of materials");
    }

    foreach (string assembly in entries.Keys.Where(entry => Regex.IsMatch(entry, @"^lib/[^/]+/[^/]+\.dll$")))
    {
        if (!entries.ContainsKey(Path.ChangeExtension(assembly, ".xml")))
        {
            Wrong($"{assembly} has no documentation beside it");
        }

        using MemoryStream bytes = new();
        using (Stream stream = entries[assembly].Open())
        {
            stream.CopyTo(bytes);
        }

        using PEReader code = new(new MemoryStream(bytes.ToArray()));
        DebugDirectoryEntry[] debug = [.. code.ReadDebugDirectory()];
        if (!debug.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible))
        {
            Wrong($"{assembly} is not deterministic");
        }

        if (debug.All(entry => entry.Type != DebugDirectoryEntryType.EmbeddedPortablePdb))
        {
            Wrong($"{assembly} has no symbols");
            continue;
        }

        using MetadataReaderProvider symbols = code.ReadEmbeddedPortablePdbDebugDirectoryData(debug.Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        MetadataReader reader = symbols.GetMetadataReader();
        string[] sources = [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
        foreach (string source in sources.Where(source => !source.StartsWith("/_/", StringComparison.Ordinal)).Take(1))
        {
            Wrong($"{assembly} names a path of the machine that built it: {source}");
        }

        Console.WriteLine($"  {assembly}: symbols of {sources.Length} sources");
    }
}

Console.WriteLine(mistakes == 0 ? $"{args.Length} packages are as they should be." : $"{mistakes} mistakes in packages.");
return args.Length > 0 && mistakes == 0 ? 0 : 1;

static string Text(ZipArchiveEntry entry)
{
    using StreamReader reader = new(entry.Open());
    return reader.ReadToEnd();
}

static HashSet<string> Headings(string page) =>
    [.. Regex.Matches(page, "^#+ +(.+?) *$", RegexOptions.Multiline).Select(heading => Regex.Replace(heading.Groups[1].Value.ToLowerInvariant(), @"[^\w\- ]", string.Empty).Replace(' ', '-'))];

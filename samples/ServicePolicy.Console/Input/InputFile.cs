namespace ServicePolicy.Samples.Input;

/// <summary>A file of cases, or standard input; compressed ones are read as what they hold.</summary>
internal sealed class InputFile : IDisposable
{
    /// <summary>The name that stands for standard input.</summary>
    public const string Standard = "-";

    private readonly Stream source;

    private InputFile(string name, Stream source, CaseFormat format)
    {
        Name = name;
        this.source = source;
        Format = format;
        Content = Open(source, name);
    }

    /// <summary>The name by which messages call it.</summary>
    public string Name { get; }

    public CaseFormat Format { get; }

    /// <summary>What is in it, decompressed.</summary>
    public Stream Content { get; }

    /// <summary>How many bytes of it there are, compressed if it is; null where that cannot be known beforehand.</summary>
    public long? Length => source.CanSeek ? source.Length : null;

    /// <summary>How many of its bytes were read.</summary>
    public long Position => source.CanSeek ? source.Position : 0;

    /// <exception cref="InputException">Nobody can tell how its cases are written down.</exception>
    public static InputFile Open(string name, Stream standard, CaseFormat? format, bool hasMapping)
    {
        if (name == Standard)
        {
            return new InputFile("standard input", standard, format ?? (hasMapping ? CaseFormat.Csv : CaseFormat.JsonLines));
        }

        CaseFormat found = format ?? FormatOf(name);
        return new InputFile(name, new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), found);
    }

    public void Dispose()
    {
        Content.Dispose();
        source.Dispose();
    }

    private static CaseFormat FormatOf(string name)
    {
        string plain = Path.GetExtension(name).Equals(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(name) : name;
        return Path.GetExtension(plain).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" => CaseFormat.Csv,
            ".JSONL" or ".NDJSON" => CaseFormat.JsonLines,
            ".JSON" => CaseFormat.Json,
            _ => throw new InputException($"{name}: '{Path.GetExtension(plain)}' is no known kind of file. Use .json, .jsonl or .csv, or say with --input what it is."),
        };
    }

    private static Stream Open(Stream source, string name)
    {
        byte[] head = new byte[2];
        int read = source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Stream whole = new JoinedStream(new MemoryStream(head, 0, read), source);
        return head is [0x1F, 0x8B] ? new GZipContent(name, whole) : whole;
    }
}

using System.IO.Compression;
using System.Text;

namespace ServicePolicy.Samples.Tests;

/// <summary>A folder of its own, and a console that reads from memory and writes into it.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("servicepolicy").FullName;

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    /// <summary>What is on standard input.</summary>
    public Stream Input { get; set; } = Stream.Null;

    /// <summary>Interrupts a run.</summary>
    public CancellationToken Interrupted { get; set; }

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public string WriteCompressed(string name, string text)
    {
        using MemoryStream bytes = new();
        using (GZipStream zip = new(bytes, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Write(name, bytes.ToArray());
    }

    public int Run(params string[] args)
    {
        using MemoryStream output = new();
        using StringWriter error = new() { NewLine = "\n" };
        int code = new Terminal(Input, output, error, interrupted: Interrupted).Run(args);
        Output = Encoding.UTF8.GetString(output.ToArray());
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

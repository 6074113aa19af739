using System.Text;

namespace ServicePolicy.Samples.Tests;

/// <summary>A folder of its own, and a console that writes into memory.</summary>
internal sealed class Bench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("servicepolicy").FullName;

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text, new UTF8Encoding(false));
        return Path(name);
    }

    public int Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = new Terminal(output, error).Run(args);
        Output = output.ToString();
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

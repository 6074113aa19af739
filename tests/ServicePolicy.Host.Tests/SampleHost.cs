using System.Diagnostics;
using System.Reflection;
using Xunit;

[assembly: AssemblyFixture(typeof(ServicePolicy.Host.Tests.SampleHost))]

namespace ServicePolicy.Host.Tests;

/// <summary>The sample as a process of its own, on a port that the system chose.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process = new();
    private readonly List<string> output = [];

    /// <summary>What it is told besides, as on its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        process.StartInfo = Start();
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The host ended before it listened:\n{Output()}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await address.Task;
        Client.BaseAddress = Address;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>All that it has said.</summary>
    public string Output()
    {
        lock (output)
        {
            return string.Join('\n', output);
        }
    }

    private ProcessStartInfo Start() => new("dotnet", [Told("HostProcess"), "--urls", "http://127.0.0.1:0", "--contentRoot", Told("HostFolder"), .. Arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Told(string key) => typeof(SampleHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (output)
        {
            output.Add(line);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and int at)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}

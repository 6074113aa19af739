using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.PostgreSql.Tests.Chaos;

/// <summary>A process that watches deadlines: the sample, on a clock of its own. It ends by itself in time.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private bool isGone;

    private WorkerProcess(Process process) => this.process = process;

    public static WorkerProcess Start(PostgresServer server, SchemaName schema, Instant now, IEnumerable<string> options)
    {
        string dll = typeof(WorkerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == nameof(WorkerProcess)).Value!;
        ProcessStartInfo start = new("dotnet", [dll, "--Database", server.ConnectionString, "--Schema", schema.Name, "--Now", InstantPattern.ExtendedIso.Format(now), "--For", "PT30M", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    /// <summary>Freezes it, in the middle of whatever it does.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    /// <summary>Ends it at once, without a chance to clean up.</summary>
    public void Dispose()
    {
        if (!isGone)
        {
            isGone = true;
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private void Signal(string signal)
    {
        using Process kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ServicePolicy.PostgreSql.Tests;

/// <summary>A PostgreSQL server of one's own: a cluster in a temporary folder, on loopback and a free port, as a user without privileges.</summary>
/// <remarks>The server ends with this process, however it ends: it is run by a shell that stops it once this process no longer holds the other end of a pipe.</remarks>
public sealed class PostgresServer : IDisposable
{
    /// <summary>Why there is none, in a line that says how to get one.</summary>
    public const string Missing = "There is no PostgreSQL here: apt-get install -y postgresql puts its server under /usr/lib/postgresql.";

    private readonly string folder;
    private readonly string settings;
    private Process? server;

    private PostgresServer(string folder, string settings)
    {
        this.folder = folder;
        this.settings = settings;
    }

    public int Port { get; private set; }

    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Maximum Pool Size=60;Max Auto Prepare=60;Timeout=30;Command Timeout=60";

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    /// <summary>Starts one, or gives null where PostgreSQL is not installed.</summary>
    /// <param name="durable">Whether what was committed outlives the machine; no test needs that, and every figure does.</param>
    public static PostgresServer? TryStart(bool durable = false)
    {
        if (Binaries is not { } bin)
        {
            return null;
        }

        string folder = Directory.CreateTempSubdirectory("servicepolicy-postgres-").FullName;
        Check(Process.Start("chmod", ["0711", folder]));
        string own = Path.Combine(folder, "own");
        Directory.CreateDirectory(own);
        if (Environment.IsPrivilegedProcess)
        {
            Check(Process.Start("chown", [User, own]));
        }

        Check(Unprivileged($"'{bin}/initdb' -D '{own}/data' -U postgres -A trust -E UTF8 --locale=C --no-sync >'{own}/initdb.log' 2>&1 || {{ cat '{own}/initdb.log' >&2; exit 1; }}"));
        string settings = $"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB -c fsync={(durable ? "on" : "off")}";
        PostgresServer started = new(folder, $"'{bin}/postgres' -D '{own}/data' {settings}") { Port = FreePort() };
        started.Start();
        return started;
    }

    /// <summary>Ends the server in the middle of whatever it does, and starts it again on the same port.</summary>
    public void Crash()
    {
        Stop();
        Start();
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Starts it again on its port.</summary>
    public void Start()
    {
        server = Unprivileged($"{settings} -p {Port.ToString(CultureInfo.InvariantCulture)} >>'{folder}/own/server.log' 2>&1 & read -r end; kill -s QUIT $!; wait $!", input: true);
        Stopwatch waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using NpgsqlConnection connection = new($"{ConnectionString};Pooling=false");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (waiting.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
            {
                Thread.Sleep(20);
            }
        }
    }

    /// <summary>Ends it at once, in the middle of whatever it does.</summary>
    public void Stop()
    {
        if (server is null)
        {
            return;
        }

        server.StandardInput.Close();
        server.WaitForExit();
        server.Dispose();
        server = null;
    }

    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static Process Unprivileged(string script, bool input = false)
    {
        string[] command = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", "--regid=nogroup", "--clear-groups", "sh", "-c", script] : ["sh", "-c", script];
        return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = input, WorkingDirectory = "/" })!;
    }

    private static void Check(Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{process.StartInfo.FileName}' ended with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

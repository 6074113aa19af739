using System.Diagnostics;
using System.Globalization;

namespace ServicePolicy.PostgreSql.Benchmarks;

/// <summary>A process of its own: it says when it is ready, begins when it is told, and ends with a line of what it measured.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;

    private Child(Process process) => this.process = process;

    /// <summary>Starts some, waits until all are ready, and has them begin together.</summary>
    public static async Task<IReadOnlyList<string[]>> RunAsync(int count, Func<int, string[]> arguments)
    {
        Child[] children = [.. Enumerable.Range(0, count).Select(i => Start(arguments(i)))];
        try
        {
            foreach (Child child in children)
            {
                await child.ReadAsync("ready");
            }

            foreach (Child child in children)
            {
                await child.process.StandardInput.WriteLineAsync("go");
            }

            List<string[]> results = [];
            foreach (Child child in children)
            {
                results.Add((await child.ReadAsync("done"))[1..]);
            }

            return results;
        }
        finally
        {
            foreach (Child child in children)
            {
                child.Dispose();
            }
        }
    }

    /// <summary>In the child: everything is loaded and warm; waits for the word.</summary>
    public static async Task ReadyAsync()
    {
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
    }

    /// <summary>In the child: what was measured, between two readings of the clock that all processes share.</summary>
    public static void Done(long start, long end, params IEnumerable<object> values) =>
        Console.WriteLine(string.Join(' ', values.Prepend(end).Prepend(start).Prepend("done").Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));

    /// <summary>From the first start to the last end of some.</summary>
    public static double Seconds(IReadOnlyList<string[]> results) =>
        Stopwatch.GetElapsedTime(results.Min(result => long.Parse(result[0], CultureInfo.InvariantCulture)), results.Max(result => long.Parse(result[1], CultureInfo.InvariantCulture))).TotalSeconds;

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Child Start(string[] arguments)
    {
        string self = typeof(Child).Assembly.Location;
        return new Child(Process.Start(new ProcessStartInfo("dotnet", [self, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);
    }

    private async Task<string[]> ReadAsync(string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var first, ..] words && first == word)
            {
                return words;
            }
        }

        throw new InvalidOperationException($"A process ended before it was '{word}'.");
    }
}

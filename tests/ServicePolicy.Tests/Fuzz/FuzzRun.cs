using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>Gives a reader many inputs, and counts what becomes of them.</summary>
internal static class FuzzRun
{
    private const int MostShown = 5;

    /// <summary>Every input is read, or refused with a documented error.</summary>
    /// <typeparam name="T">The sort of input.</typeparam>
    /// <param name="reader">The name of the reader, for the report that is written to <c>fuzz</c> below the folder of the tests.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="read">Reads it, and says what became of it; what it throws is a mistake of the reader.</param>
    /// <param name="show">Shows an input.</param>
    public static void Check<T>(string reader, Func<Random, T> make, Func<T, string> read, Func<T, string> show)
    {
        FuzzSettings settings = FuzzSettings.OfEnvironment();
        ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
        ConcurrentQueue<string> wrong = [];
        long slowest = 0;
        Parallel.For(0, settings.Inputs, number =>
        {
            T input = make(settings.RandomFor(number));
            long start = Stopwatch.GetTimestamp();
            string outcome;
            try
            {
                outcome = read(input);
            }
            catch (Exception fault)
            {
                outcome = fault.GetType().Name;
                wrong.Enqueue($"Input {number} of seed {settings.Seed}, '{show(input)}': {fault}");
            }

            InterlockedMax(ref slowest, Stopwatch.GetTimestamp() - start);
            counts.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
        });

        string report = string.Join('\n', counts.OrderByDescending(count => count.Value).Select(count => $"| {count.Key} | {count.Value.ToString("N0", CultureInfo.InvariantCulture)} |"));
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "fuzz")).FullName;
        File.WriteAllText(
            Path.Combine(folder, $"{reader}.md"),
            string.Create(CultureInfo.InvariantCulture, $"{settings.Inputs:N0} inputs from seed {settings.Seed}, the slowest {Stopwatch.GetElapsedTime(0, slowest).TotalMilliseconds:0.0} ms:\n\n| what became of them | inputs |\n| --- | ---: |\n{report}\n"));
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {settings.Inputs} inputs were not read and not refused as documented.\n{string.Join("\n\n", wrong.Take(MostShown))}");
    }

    private static void InterlockedMax(ref long most, long value)
    {
        long known;
        while ((known = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, known) != known)
        {
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>Runs contenders interleaved in one process, so that whatever else the machine does hits all alike.</summary>
public static class Comparison
{
    /// <summary>Measures in rounds, and prints a table in Markdown; the first contender is the one that ratios refer to.</summary>
    public static void Run(IReadOnlyList<Contender> contenders, int rounds, TextWriter output)
    {
        foreach (Contender contender in contenders)
        {
            for (int i = 0; i < 4; i++)
            {
                contender.Run(0, contender.Count);
            }
        }

        Thread.Sleep(500); // Lets tiered compilation finish what the warm-up asked for.
        double[][] times = [.. contenders.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                int which = (i + round) % contenders.Count;
                Contender contender = contenders[which];
                long start = Stopwatch.GetTimestamp();
                contender.Run(0, contender.Count);
                times[which][round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / contender.Count;
            }
        }

        output.WriteLine("| engine | ns per evaluation, median | bytes | ratio, median (quartiles) |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        for (int i = 0; i < contenders.Count; i++)
        {
            double[] ratios = [.. times[i].Zip(times[0], (own, first) => own / first).Order()];
            long before = GC.GetAllocatedBytesForCurrentThread();
            contenders[i].Run(0, contenders[i].Count);
            double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)contenders[i].Count;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contenders[i].Name} | {Median(times[i]):N0} | {bytes:N0} | {Ratio(Median(ratios))} ({Ratio(ratios[rounds / 4])} to {Ratio(ratios[rounds * 3 / 4])}) |"));
        }
    }

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>The machine, for under a table.</summary>
    public static string Machine() => $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}";

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

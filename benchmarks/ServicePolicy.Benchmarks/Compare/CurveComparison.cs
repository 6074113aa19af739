using System.Diagnostics;
using System.Globalization;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using ServicePolicy.Tests.Laws;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>How the cost of a fact grows with the number of facts that name the same things: of each kind there is, and of a few together.</summary>
public static class CurveComparison
{
    private const int Rounds = 5;

    /// <summary>What ten times as many may cost a fact, beside the fewer: caches and the collector's generations take their part.</summary>
    private const double Steep = 3;

    /// <summary>What is not told from nothing, in nanoseconds a fact.</summary>
    private const double Least = 50;

    /// <summary>What is not waited for, in nanoseconds.</summary>
    private const double Longest = 20e9;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private static readonly Interval Window = new(ManyFacts.Base, ManyFacts.Base + Duration.FromDays(30));

    /// <summary>Measures the kinds named, or all.</summary>
    public static void Run(string[] kinds, TextWriter output)
    {
        PolicyEngine engine = PolicyEngine.Create(CatalogueRuler.Complete(ServiceStandards.Default));
        output.WriteLine($"\nTimelines of a case of so many facts, ns a fact, the least of {Rounds}; * where ten times as many cost more than {Steep} times as much a fact:\n");
        output.WriteLine($"| facts | {string.Join(" | ", Sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} | |");
        output.WriteLine("| --- | ---: | ---: | ---: | --- |");
        foreach ((string name, Func<int, Action> run) in Contenders(engine).Where(contender => kinds.Length == 0 || kinds.Contains(contender.Name)))
        {
            List<double> costs = [];
            foreach (int size in Sizes)
            {
                // What grows with the square is not waited for.
                bool tooLong = costs.Count > 1 && costs[^1] * ((costs[^1] + Least) / (costs[^2] + Least)) * size > Longest;
                costs.Add(tooLong ? double.PositiveInfinity : Cost(run(size), size));
            }

            bool steep = costs.Zip(costs.Skip(1)).Any(step => step.Second > Least + (Steep * step.First));
            output.WriteLine($"| {name} | {string.Join(" | ", costs.Select(cost => cost.ToString("N0", CultureInfo.InvariantCulture)))} | {(steep ? "*" : string.Empty)} |");
        }

        output.WriteLine($"\n{Comparison.Machine()}");
    }

    private static IEnumerable<(string Name, Func<int, Action> Run)> Contenders(PolicyEngine engine)
    {
        foreach (FactModel model in FactDomain.Library.Models)
        {
            yield return (model.Type.Name, size => Timeline(engine, ManyFacts.Case(model, size)));
        }

        yield return ("complaints with charges, explained", size => Explanation(engine, JoinedCase.Generate(size, 1)));
        yield return ("payments of one charge", size => OfOneCharge(engine, size, i => new RefundPayment { Id = Id(i), ChargeId = "C", PaidAt = At(i), Amount = Money.Cny(0.01m) }));
        yield return ("advances of one charge", size => OfOneCharge(engine, size, i => new AdvanceRefund { Id = Id(i), ChargeId = "C", AskedAt = At(i), Granted = At(i) }));
    }

    private static Action OfOneCharge(PolicyEngine engine, int size, Func<int, IFact> payment)
    {
        DisputedCharge charge = new() { Id = "C", ChargedAt = ManyFacts.Base, Overcharge = Money.Cny(10_000), ChargingErrorEstablished = ManyFacts.Base };
        return Timeline(engine, new PolicyCase(charge, Enumerable.Range(1, size).Select(payment)));
    }

    private static Action Timeline(PolicyEngine engine, PolicyCase @case) => () => engine.Timeline(@case, Window);

    private static Action Explanation(PolicyEngine engine, PolicyCase @case) => () => engine.Explain(@case, JoinedCase.AsOf);

    private static Instant At(int number) => ManyFacts.Base + Duration.FromMinutes(number);

    private static string Id(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static double Cost(Action run, int size)
    {
        double least = double.MaxValue;
        Stopwatch all = Stopwatch.StartNew();
        for (int round = 0; round < Rounds && all.Elapsed < TimeSpan.FromSeconds(20); round++)
        {
            long start = Stopwatch.GetTimestamp();
            run();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalNanoseconds / size);
        }

        return least;
    }
}

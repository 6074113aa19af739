using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>Generated complaints, the same on every run.</summary>
public static class TenRulesWorkload
{
    public static Instant AsOf { get; } = Instant.FromUtc(2026, 6, 30, 12, 0);

    public static PolicyEngine Engine { get; } = CreateEngine();

    public static PolicyEngine CreateEngine()
    {
        PolicyEngineOptions options = new() { IncludeCatalogue = false };
        options.RuleSets.Add(_ => new TenRuleSet());
        return PolicyEngine.Create(ServiceStandards.Default, options);
    }

    public static BenchComplaint[] Generate(int count)
    {
        Random random = new(20260630);
        BenchComplaint[] complaints = new BenchComplaint[count];
        for (int i = 0; i < count; i++)
        {
            Instant received = AsOf - Duration.FromSeconds(random.Next(1, 8 * 24 * 3600));
            complaints[i] = new BenchComplaint
            {
                Id = $"CP-{i}",
                ReceivedAt = received,
                Tier = (CustomerTier)(1 + random.Next(3)),
                FiledBy = random.Next(5) < 2 ? Filer.SomeoneElse : Filer.AccountHolder,
                Ticket = random.Next(50) == 0 ? null : $"T-{i}",
                CrossProvince = random.Next(10) == 0,
                FirstReply = Event(2),
                Resolved = Event(3),
                Overcharge = random.Next(4) == 0 ? Money.Cny(random.Next(1, 100)) : default,
                ErrorEstablished = Event(10),
            };

            Occurrence Event(int notIn) => random.Next(notIn) == 0
                ? Occurrence.NotHappened
                : Occurrence.At(received + Duration.FromSeconds(random.Next(0, 60 * 3600)));
        }

        return complaints;
    }
}

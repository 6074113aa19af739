using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Refunds;

namespace ServicePolicy.Benchmarks.Compare;

/// <summary>Cases of many complaints and as many charges joined to them by key.</summary>
public static class JoinedCase
{
    public static Instant AsOf { get; } = Instant.FromUtc(2026, 6, 30, 12, 0);

    public static PolicyCase Generate(int facts, int seed = 1)
    {
        Random random = new(seed);
        List<IFact> all = [];
        for (int i = 0; i < facts / 2; i++)
        {
            Instant received = AsOf - Duration.FromSeconds(random.Next(1, 8 * 24 * 3600));
            all.Add(new Complaint
            {
                Id = $"CP-{i}",
                ReceivedAt = received,
                Tier = (CustomerTier)(1 + random.Next(3)),
                FiledBy = random.Next(10) == 0 ? Filer.SomeoneElse : Filer.AccountHolder,
                Ticket = $"T-{i}",
                Resolved = random.Next(2) == 0 ? Occurrence.NotHappened : received + Duration.FromHours(random.Next(1, 60)),
            });
            all.Add(new DisputedCharge
            {
                Id = $"CH-{i}",
                ComplaintId = $"CP-{random.Next(facts / 2)}",
                ChargedAt = received - Duration.FromDays(30),
                Overcharge = Money.Cny(random.Next(1, 100)),
                ChargingErrorEstablished = random.Next(4) == 0 ? received + Duration.FromHours(random.Next(1, 90)) : Occurrence.NotHappened,
            });
        }

        return new PolicyCase(all[0], all.Skip(1));
    }
}

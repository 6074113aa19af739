using BenchmarkDotNet.Attributes;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Credentials;
using ServicePolicy.Handling;
using ServicePolicy.Refunds;

namespace ServicePolicy.Benchmarks;

/// <summary>The real rule sets, a fact or a case each.</summary>
[MemoryDiagnoser]
public class FamilyBenchmarks
{
    private static readonly Instant Received = Instant.FromUtc(2026, 6, 29, 9, 0);
    private static readonly Instant At = Received + Duration.FromHours(30);
    private readonly PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
    private readonly Complaint complaint = new() { Id = "CP-1", ReceivedAt = Received, Tier = CustomerTier.Vip, FiledBy = Filer.AccountHolder, Ticket = "T-1" };
    private readonly Complaint unknown = new() { Id = "CP-1", ReceivedAt = Received, Resolved = Occurrence.AtUnknownTime, FirstReply = Occurrence.UnknownWhether };
    private readonly Visit visit = new() { Id = "V-1", EnteredAt = Received, Purpose = VisitPurpose.Transaction, Greeted = Received + Duration.FromSeconds(20) };
    private readonly PasswordCandidate candidate = new() { Id = "PW-1", AccountId = "A-1", ProposedAt = Received, Password = new Secret("Xy7!kd92-Q") };
    private PolicyCase? dispute;
    private PolicyCase? account;

    [GlobalSetup]
    public void Setup()
    {
        dispute = Dispute();
        account = Account();
    }

    [Benchmark(Baseline = true)]
    public PolicyOutcome Evaluate_Complaint() => engine.Evaluate(complaint, At).Outcome;

    [Benchmark]
    public PolicyOutcome Evaluate_ComplaintOfUnknowns() => engine.Evaluate(unknown, At).Outcome;

    [Benchmark]
    public PolicyOutcome Evaluate_DisputeWithPayment() => engine.Evaluate(dispute!, At).Outcome;

    [Benchmark]
    public PolicyOutcome Evaluate_VisitToAHall() => engine.Evaluate(visit, At).Outcome;

    [Benchmark]
    public PolicyOutcome Evaluate_PasswordCandidate() => engine.Evaluate(candidate, At).Outcome;

    [Benchmark]
    public PolicyOutcome Evaluate_AccountOfFortyEvents() => engine.Evaluate(account!, At).Outcome;

    private PolicyCase Dispute() => new(
        complaint,
        new DisputedCharge { Id = "CH-1", ComplaintId = "CP-1", ChargedAt = Received - Duration.FromDays(20), Overcharge = Money.Cny(30), ChargingErrorEstablished = Received + Duration.FromHours(20) },
        new RefundPayment { Id = "P-1", ChargeId = "CH-1", PaidAt = Received + Duration.FromHours(25), Amount = Money.Cny(30) });

    private static PolicyCase Account() => new(
        new OperatorAccount { Id = "A-1", OpenedAt = Received - Duration.FromDays(90) },
        Enumerable.Range(0, 40).Select(number => new AccountEvent
        {
            Id = $"E-{number}",
            AccountId = "A-1",
            HappenedAt = Received + Duration.FromMinutes(number * 30),
            Kind = number % 4 == 0 ? AccountEventKind.SignedIn : AccountEventKind.WrongPassword,
        }));
}

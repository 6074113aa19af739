using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Subscriptions;
using Xunit;

namespace ServicePolicy.Tests.Subscriptions;

/// <summary>SUB-11 over many treatments, of which each pair is compared by hand.</summary>
public sealed class LikeCasesTests
{
    private static readonly Instant Base = Instant.FromUtc(2026, 3, 2, 2, 0);

    /// <summary>More facts than are linked without a search, of few kinds, so that most stand for others.</summary>
    private static Arbitrary<CustomerTreatment[]> Treatments => (
        from treatments in (
            from day in Gen.Choose(0, 5)
            from operation in Gen.Elements("open", "close")
            from tier in Gen.Elements(CustomerTier.Ordinary, CustomerTier.Vip, CustomerTier.Unknown)
            from arrears in Gen.Frequency((6, Gen.Constant(YesNo.No)), (2, Gen.Constant(YesNo.Yes)), (1, Gen.Constant(YesNo.Unknown)))
            from procedure in Gen.Frequency((4, Gen.Constant<string?>("A")), (2, Gen.Constant<string?>("B")), (1, Gen.Constant<string?>(null)))
            select new CustomerTreatment
            {
                Id = "T",
                Operation = operation,
                TreatedAt = Base + Duration.FromDays(day),
                Tier = tier,
                InArrears = arrears,
                UnderContract = YesNo.No,
                PapersComplete = YesNo.Yes,
                Procedure = procedure,
                Outcome = TreatmentOutcome.Granted,
            }).ArrayOf(14)
        select treatments.Select((treatment, number) => treatment with { Id = $"T{number}" }).ToArray()).ToArbitrary();

    /// <summary>S1: a violation from when a like case is known to have been treated otherwise, and none where no case is; of a treatment that is wholly known.</summary>
    [Property(MaxTest = 200)]
    public Property Evaluate_ManyTreatments_ComparesEachPair() => Prop.ForAll(Treatments, treatments =>
    {
        PolicyDecision decision = Probe.Engine.Evaluate(new PolicyCase(treatments[0], treatments[1..]), Base + Duration.FromDays(9));
        foreach (CustomerTreatment treatment in treatments.Where(IsKnown))
        {
            CustomerTreatment[] unlike = [.. treatments.Where(other => other.Id != treatment.Id && other.Operation == treatment.Operation && IsKnown(other) && (treatment.Tier, treatment.InArrears) == (other.Tier, other.InArrears) && treatment.Procedure != other.Procedure)];
            Finding[] said = [.. decision.Findings.Where(finding => finding.Standard.Id == "SUB-11" && finding.Subject.Id == treatment.Id)];
            if (unlike.Length > 0)
            {
                Finding violation = Assert.Single(said);
                Assert.Equal((FindingKind.Violation, unlike.Min(other => Instant.Max(other.TreatedAt, treatment.TreatedAt))), (violation.Kind, violation.Holds.Start));
            }
            else
            {
                Assert.DoesNotContain(said, finding => finding.Kind == FindingKind.Violation);
            }
        }
    });

    private static bool IsKnown(CustomerTreatment treatment) => treatment is { Tier: not CustomerTier.Unknown, InArrears: not YesNo.Unknown, Procedure: not null };
}

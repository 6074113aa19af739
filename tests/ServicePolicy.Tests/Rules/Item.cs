using NodaTime;

namespace ServicePolicy.Tests.Rules;

/// <summary>A fact of the tests' own.</summary>
internal sealed record Item : IFact
{
    public string Id { get; init; } = "I1";

    public Instant At { get; init; } = Arbitraries.Origin;

    public string? Key { get; init; }

    public long Sequence { get; init; }

    public YesNo First { get; init; } = YesNo.Yes;

    public YesNo Second { get; init; } = YesNo.Yes;

    public Occurrence Done { get; init; }

    public bool IsImpossible { get; init; }

    Instant IFact.OpenedAt => At;

    void IFact.Check(ref FactProblems problems)
    {
        if (IsImpossible)
        {
            problems.Add(this, nameof(IsImpossible), "it is.");
        }

        problems.NotBefore(this, Done, At);
    }
}

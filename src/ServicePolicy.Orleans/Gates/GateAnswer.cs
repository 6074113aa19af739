using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>What asking a grain for a reservation has come to.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Number">The number of the reservation; 0 where there is none.</param>
[GenerateSerializer]
[Immutable]
[Alias("ServicePolicy.GateAnswer")]
public readonly record struct GateAnswer([property: Id(0)] GateOutcome Outcome, [property: Id(1)] long Number);

namespace ServicePolicy.Plans;

/// <summary>Where a rule stands in a plan.</summary>
/// <param name="Standard">The position of its standard.</param>
/// <param name="Part">Which of several rules of its standard it is, from 1; 0 where it is the only one.</param>
/// <param name="Keep">Whether what does not hold at the instant asked for is written too.</param>
/// <param name="Claiming">Whether what it owes is a claim, to be settled with others.</param>
internal readonly record struct RulePlace(short Standard, short Part, bool Keep, bool Claiming);

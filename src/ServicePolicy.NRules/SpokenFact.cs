using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>A finding that other rules consume, whenever it holds.</summary>
internal sealed class SpokenFact(LoneFinding content) : HiddenFact(content);

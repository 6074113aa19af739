namespace ServicePolicy.Rules;

/// <summary>The body of a rule on one fact: says what holds when.</summary>
public delegate void Yield<in T>(T fact, FindingWriter to);

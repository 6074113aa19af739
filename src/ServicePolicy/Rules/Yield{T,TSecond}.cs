namespace ServicePolicy.Rules;

/// <summary>The body of a rule on a fact and what was matched with it.</summary>
public delegate void Yield<in T, in TSecond>(T fact, TSecond second, FindingWriter to);

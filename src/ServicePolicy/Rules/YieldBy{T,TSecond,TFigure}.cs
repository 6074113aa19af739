namespace ServicePolicy.Rules;

/// <summary>The body of a rule on a fact and what was matched with it, with the figure that applies.</summary>
public delegate void YieldBy<in T, in TSecond, in TFigure>(T fact, TSecond second, TFigure figure, FindingWriter to);

using NodaTime;

namespace ServicePolicy.Gates;

/// <summary>What a budget is kept for: something, of someone, in a period.</summary>
/// <remarks>
/// Two keys are equal when scope and subject, by code units, and period are. Both texts have one to <see cref="MostCharacters"/> code units and are
/// valid Unicode without NUL, so that every store can keep them as they are.
/// </remarks>
public sealed record GateKey
{
    /// <summary>How many UTF-16 code units a scope or a subject has at most.</summary>
    public const int MostCharacters = 400;

    /// <summary>A key.</summary>
    /// <param name="scope">What is counted, such as <c>sign-in</c> or the Id of a standard.</param>
    /// <param name="subject">Whose it is: an account, a customer.</param>
    /// <param name="period">The half-open period for which the budget is; open at both ends where it is not renewed by time.</param>
    /// <exception cref="ArgumentException">Scope or subject is no text that every store can keep.</exception>
    public GateKey(string scope, string subject, Interval period)
    {
        Scope = Checked(scope, nameof(scope));
        Subject = Checked(subject, nameof(subject));
        Period = period;
    }

    /// <summary>A key of a budget that is not renewed by time.</summary>
    /// <exception cref="ArgumentException">Scope or subject is no text that every store can keep.</exception>
    public GateKey(string scope, string subject)
        : this(scope, subject, new Interval(null, null))
    {
    }

    /// <summary>What is counted.</summary>
    public string Scope { get; }

    /// <summary>Whose it is.</summary>
    public string Subject { get; }

    /// <summary>The half-open period for which the budget is.</summary>
    public Interval Period { get; init; }

    private static string Checked(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        return KeyText.ProblemOf(text, MostCharacters) is { } problem
            ? throw new ArgumentException($"The {parameter} of a gate's key {problem}", parameter)
            : text;
    }
}

using System.Diagnostics.CodeAnalysis;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>Which limit there is when something that was done is taken up again.</summary>
/// <remarks>Whatever it is, what was met stays met at the time (S1), and what was breached stays breached.</remarks>
public sealed record ReopeningPolicy
{
    private const string GoesOnText = "goes on";
    private const string StartsAnewText = "starts anew";

    private ReopeningPolicy(TimeLimit? ownLimit) => OwnLimit = ownLimit;

    /// <summary>The clock goes on: the time until it was done counts, and the time while it was done does not.</summary>
    public static ReopeningPolicy GoesOn { get; } = new((TimeLimit?)null);

    /// <summary>The whole limit again, from the reopening on.</summary>
    public static ReopeningPolicy StartsAnew { get; } = new((TimeLimit?)null) { IsAnew = true };

    /// <summary>The limit that there is from the reopening on.</summary>
    /// <value><see langword="null"/> where it is what is left of the first limit, or that limit again.</value>
    public TimeLimit? OwnLimit { get; }

    /// <summary>Whether the first limit starts anew.</summary>
    public bool IsAnew { get; private init; }

    /// <summary>A limit of its own, from the reopening on.</summary>
    public static ReopeningPolicy Of(TimeLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new ReopeningPolicy(limit);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>goes on</c>, <c>starts anew</c>, or a limit such as <c>PT24H</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReopeningPolicy? policy)
    {
        policy = text switch
        {
            GoesOnText => GoesOn,
            StartsAnewText => StartsAnew,
            _ => TimeLimit.TryParse(text, out TimeLimit? limit) ? Of(limit) : null,
        };
        return policy is not null;
    }

    /// <summary>The policy as configuration has it.</summary>
    public override string ToString() => OwnLimit?.ToString() ?? (IsAnew ? StartsAnewText : GoesOnText);
}

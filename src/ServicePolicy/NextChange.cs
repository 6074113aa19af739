using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy;

/// <summary>When a decision next differs: at an instant, not within the window looked at, or never. The default is never.</summary>
public readonly record struct NextChange
{
    private readonly Instant at;

    private NextChange(NextChangeKind kind, Instant at)
    {
        Kind = kind;
        this.at = at;
    }

    /// <summary>The decision never changes.</summary>
    public static NextChange Never => default;

    /// <summary>Whether there is a change, none within the window, or none ever.</summary>
    public NextChangeKind Kind { get; }

    /// <summary>The instant of the change.</summary>
    /// <value><see langword="null"/> unless there is one.</value>
    public Instant? Instant => Kind == NextChangeKind.At ? at : null;

    /// <summary>The end of the window that was looked at.</summary>
    /// <value><see langword="null"/> unless no change lies within it.</value>
    public Instant? LookedUntil => Kind == NextChangeKind.NotWithinWindow ? at : null;

    /// <summary>The decision changes at <paramref name="instant"/>.</summary>
    public static NextChange At(Instant instant) => new(NextChangeKind.At, instant);

    /// <summary>The decision does not change before <paramref name="end"/>; beyond, nobody looked.</summary>
    public static NextChange NotBefore(Instant end) => new(NextChangeKind.NotWithinWindow, end);

    /// <summary>Gets the instant of the change, if there is one.</summary>
    public bool TryGetInstant([NotNullWhen(true)] out Instant? instant)
    {
        instant = Instant;
        return instant is not null;
    }

    /// <summary>The instant in ISO 8601 to the nanosecond, or in words that there is none.</summary>
    public override string ToString() => Kind switch
    {
        NextChangeKind.At => InstantPattern.ExtendedIso.Format(at),
        NextChangeKind.NotWithinWindow => $"not before {InstantPattern.ExtendedIso.Format(at)}",
        _ => "never",
    };

    internal static NextChange AtOrNever(Instant instant) => instant == NodaTime.Instant.MaxValue ? Never : At(instant);
}

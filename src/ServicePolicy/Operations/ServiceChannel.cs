using NodaTime;

namespace ServicePolicy.Operations;

/// <summary>A way of service that has to be open round the clock, with the hours it has.</summary>
public sealed record ServiceChannel : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>From when there is the service.</summary>
    public required Instant From { get; init; }

    /// <summary>What it is.</summary>
    public ChannelKind Kind { get; init; }

    /// <summary>The key of the calendar of its hours: <c>24x7</c> for one without any.</summary>
    /// <value><see langword="null"/> where nobody knows it.</value>
    public string? Calendar { get; init; }

    Instant IFact.OpenedAt => From;
}

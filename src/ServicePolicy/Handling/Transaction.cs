using NodaTime;

namespace ServicePolicy.Handling;

/// <summary>A piece of business that is handled at a counter.</summary>
public sealed record Transaction : IFact
{
    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>When it was begun.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The operation code, in capital or small letters; the table of codes tells its kind.</summary>
    /// <value><see langword="null"/> where the kind is given instead.</value>
    public string? OperationCode { get; init; }

    /// <summary>What is handled, where no code says it.</summary>
    public OperationKind Kind { get; init; }

    /// <summary>The class of business; asked for only where a limit of HND-22 is set.</summary>
    public BusinessClass Class { get; init; }

    /// <summary>It was finished.</summary>
    public Occurrence Finished { get; init; }

    Instant IFact.OpenedAt => StartedAt;

    void IFact.Check(ref FactProblems problems)
    {
        problems.NotBefore(this, Finished, StartedAt);
        if (OperationCode is { } code)
        {
            if (!OperationCodes.TryGetKind(code, out OperationKind kind))
            {
                problems.Add(this, nameof(OperationCode), $"'{code}' is no operation code. Correct it, or leave it out and give the kind. The codes are: {string.Join(", ", OperationCodes.All)}.");
            }
            else if (Kind != OperationKind.Unknown && Kind != kind)
            {
                problems.Add(this, nameof(Kind), $"'{Kind}' is not what operation code '{code}' means, which is '{kind}'. Leave one out.");
            }
        }
    }
}

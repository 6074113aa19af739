namespace ServicePolicy;

/// <summary>How a stream of cases is decided.</summary>
public sealed record PolicyStreamOptions
{
    /// <summary>How many cores decide at once; all by default.</summary>
    public int Degree { get; init; } = Environment.ProcessorCount;

    /// <summary>How many cases are handed to a core at a time; two such batches per core are in memory at most.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Told the number of results given out, once a batch.</summary>
    public IProgress<long>? Progress { get; init; }
}

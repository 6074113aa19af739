namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>The cases that were open before the host started, from wherever it keeps them.</summary>
public interface IOpenCases
{
    /// <summary>Reads them, each with the instant until which its changes were told: what changed since is told first.</summary>
    IAsyncEnumerable<OpenCase> ReadAsync(CancellationToken cancellationToken);
}

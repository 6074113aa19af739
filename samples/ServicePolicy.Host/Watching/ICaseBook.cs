namespace ServicePolicy.Samples.Host.Watching;

/// <summary>The open cases of the host.</summary>
internal interface ICaseBook
{
    /// <summary>Opens a case, or takes in what is known of it now.</summary>
    Task<WatchReceipt> OpenAsync(PolicyCase @case, CancellationToken cancellationToken);
}

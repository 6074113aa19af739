using ServicePolicy.AspNetCore.Deadlines;

namespace ServicePolicy.Samples.Host.Watching;

/// <summary>Open cases of this process, for as long as it runs.</summary>
internal sealed class MemoryCaseBook(DeadlineWatch watch) : ICaseBook
{
    public Task<WatchReceipt> OpenAsync(PolicyCase @case, CancellationToken cancellationToken)
    {
        watch.Watch(@case);
        return Task.FromResult(new WatchReceipt(@case.Root.Id, "memory"));
    }
}

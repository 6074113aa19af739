namespace ServicePolicy.PostgreSql.Operation;

/// <summary>Wakes whoever waits; who looks at <see cref="Next"/> before it looks for work misses nothing.</summary>
internal sealed class Signal
{
    private TaskCompletionSource next = New();

    public Task Next => Volatile.Read(ref next).Task;

    public void Set() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

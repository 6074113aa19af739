namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>Takes the changes of open cases, in the process of the worker.</summary>
/// <remarks>Called once at a time by each deliverer of each process, and again for the same change where a process died, or where it threw.</remarks>
public interface ICaseChangeHandler
{
    /// <summary>Takes a change. It is delivered once this returns; where this throws it is tried again later, and in the end put aside.</summary>
    /// <param name="change">The change; case and instant are its key.</param>
    /// <param name="cancellationToken">Says that <see cref="DeadlineOptions.HandlerTimeout"/> has passed.</param>
    Task HandleAsync(CaseChange change, CancellationToken cancellationToken);
}

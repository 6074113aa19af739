namespace ServicePolicy.AspNetCore.Deadlines;

/// <summary>Is told of every change of a watched case.</summary>
public interface IDeadlineHandler
{
    /// <summary>Takes a change; one that throws is told again later, and the changes of its case after it wait.</summary>
    Task HandleAsync(DeadlineChange change, CancellationToken cancellationToken);
}

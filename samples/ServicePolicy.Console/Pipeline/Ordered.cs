using System.Runtime.ExceptionServices;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>Works on many things at once, and gives the results out in the order of the things.</summary>
/// <remarks>
/// The caller's thread takes and gives; <paramref name="degree"/> others work. No more than three things per worker are under way, so memory is bounded
/// whatever the length of the source.
/// </remarks>
internal sealed class Ordered<TThing, TResult>(int degree, Func<TThing, TResult> work, Action<TResult> give)
{
    private readonly Queue<Task<TResult>> pending = new();

    /// <summary>Works through a source until its end, or until it is cancelled; what was taken by then is given out.</summary>
    public void Run(IEnumerable<TThing> source, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? failure = null;
        using IEnumerator<TThing> things = source.GetEnumerator();
        while (!cancellation.IsCancellationRequested && More(things, ref failure))
        {
            TThing thing = things.Current;
            pending.Enqueue(Task.Run(() => work(thing), CancellationToken.None));
            while (pending.Count >= 3 * degree || (pending.TryPeek(out Task<TResult>? first) && first.IsCompleted))
            {
                GiveFirst();
            }
        }

        while (pending.Count > 0)
        {
            GiveFirst();
        }

        failure?.Throw();
    }

    /// <summary>What was read before the source failed is given out first.</summary>
    private static bool More(IEnumerator<TThing> things, ref ExceptionDispatchInfo? failure)
    {
        try
        {
            return things.MoveNext();
        }
        catch (Exception unreadable) when (unreadable is IOException or InputException)
        {
            failure = ExceptionDispatchInfo.Capture(unreadable);
            return false;
        }
    }

    private void GiveFirst() => give(pending.Dequeue().GetAwaiter().GetResult());
}

using System.Diagnostics;
using NodaTime;

namespace ServicePolicy.Samples.Deadlines;

/// <summary>A clock that begins at an instant when the process does, and then keeps time.</summary>
internal sealed class SteadyClock(Instant start) : IClock
{
    private readonly long begun = Stopwatch.GetTimestamp();

    public Instant GetCurrentInstant() => start + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(begun));
}

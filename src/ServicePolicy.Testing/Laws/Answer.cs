using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>The answer to a request, and the standards that decided it.</summary>
internal readonly record struct Answer(RequestOutcome Outcome, Instant? Until, ImmutableArray<string> By)
{
    public bool Refuses => Outcome is RequestOutcome.Denied or RequestOutcome.Deferred;

    public bool IsUnknown => Outcome == RequestOutcome.Indeterminate;

    public override string ToString() => (Until is { } until ? $"{Outcome} until {until}" : $"{Outcome}") + (By.Length == 0 ? string.Empty : $" by {string.Join(", ", By)}");
}

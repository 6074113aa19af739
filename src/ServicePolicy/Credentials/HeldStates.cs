using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Puts states together as they follow each other, a stretch for each that differs from the one before.</summary>
internal sealed class HeldStates
{
    private readonly List<HeldState> states = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>From an instant on, something holds, does not, or cannot be told for want of the inputs wanted since all was certain.</summary>
    public void Add(Instant from, YesNo holds, bool certain)
    {
        if (certain)
        {
            missing.Clear();
        }

        string[] wanted = holds == YesNo.Unknown ? [.. missing] : [];
        if (states.Count > 0 && states[^1] is { } last)
        {
            if (last.Holds == holds && last.Missing.Length == wanted.Length)
            {
                return;
            }

            states[^1] = last with { Until = from };
            if (last.From >= from)
            {
                states.RemoveAt(states.Count - 1);
            }
        }

        states.Add(new HeldState(from, Instant.MaxValue, holds, wanted));
    }

    /// <summary>An input is wanted from here on, until all is certain again.</summary>
    public void Want(string input) => missing.Add(input);

    public IReadOnlyList<HeldState> ToList() => states;
}

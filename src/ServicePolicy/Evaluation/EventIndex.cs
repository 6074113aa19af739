using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>Events in the order of time, of which the first in each of many periods is asked for.</summary>
internal sealed class EventIndex
{
    private readonly List<Instant> known = [];
    private readonly List<Occurrence> others = [];

    public EventIndex(IEnumerable<Occurrence> events)
    {
        foreach (Occurrence @event in events)
        {
            if (@event.TryGetInstant(out Instant at))
            {
                known.Add(at);
            }
            else if (@event.Kind != OccurrenceKind.NotHappened)
            {
                others.Add(@event);
            }
        }

        known.Sort();
    }

    /// <summary>The first of the events that lies in a period; its end is not in it.</summary>
    public Occurrence First(Interval period)
    {
        int found = known.BinarySearch(period.Start), index = found < 0 ? ~found : found;
        Occurrence first = index < known.Count && known[index] < period.End ? known[index] : Occurrence.NotHappened;
        foreach (Occurrence other in others)
        {
            first = first.Or(other.Since(period.Start).By(period.End - Duration.Epsilon));
        }

        return first;
    }
}

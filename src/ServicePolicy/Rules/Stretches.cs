using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>Three-valued time: sorted, disjoint stretches in which something is so or may be so; elsewhere it is not.</summary>
internal static class Stretches
{
    public static Stretch[] Always { get; } = [new(Instant.MinValue, Instant.MaxValue, 0)];

    /// <summary>So during <paramref name="yes"/>; elsewhere doubtful during <paramref name="doubtful"/>; elsewhere not.</summary>
    public static Stretch[] Of(List<Span> yes, List<Stretch> doubtful, Evaluation evaluation)
    {
        IntervalSet definite = IntervalSet.OfSpans(yes);
        List<Stretch> result = [];
        foreach (Span span in definite.Spans)
        {
            result.Add(new Stretch(span.Start, span.End, 0));
        }

        if (doubtful.Count > 0)
        {
            AddDoubts(result, definite, doubtful, evaluation);
            result.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        }

        return [.. result];
    }

    /// <summary>So where it is not so, doubtful where it is doubtful.</summary>
    public static Stretch[] Negate(Stretch[] stretches)
    {
        List<Stretch> result = [];
        Instant free = Instant.MinValue;
        foreach (Stretch stretch in stretches)
        {
            if (free < stretch.Start)
            {
                result.Add(new Stretch(free, stretch.Start, 0));
            }

            if (stretch.Doubt != 0)
            {
                result.Add(stretch);
            }

            free = stretch.End;
        }

        if (free < Instant.MaxValue)
        {
            result.Add(new Stretch(free, Instant.MaxValue, 0));
        }

        return [.. result];
    }

    /// <summary>So where both are so; doubtful where neither is definitely not so and at least one is doubtful.</summary>
    public static Stretch[] Intersect(Stretch[] left, Stretch[] right, Evaluation evaluation)
    {
        if (ReferenceEquals(left, Always))
        {
            return right;
        }

        List<Stretch> result = [];
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            Instant start = Instant.Max(left[i].Start, right[j].Start);
            Instant end = Instant.Min(left[i].End, right[j].End);
            if (start < end)
            {
                result.Add(new Stretch(start, end, evaluation.Unite(left[i].Doubt, right[j].Doubt)));
            }

            if (left[i].End < right[j].End)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return [.. result];
    }

    private static void AddDoubts(List<Stretch> result, IntervalSet definite, List<Stretch> doubtful, Evaluation evaluation)
    {
        Instant[] edges = [.. doubtful.SelectMany(stretch => new[] { stretch.Start, stretch.End }).Distinct().Order()];
        Stretch last = default;
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            int doubt = 0;
            foreach (Stretch stretch in doubtful)
            {
                if (stretch.Start <= edges[i] && stretch.End >= edges[i + 1])
                {
                    doubt = evaluation.Unite(doubt, stretch.Doubt);
                }
            }

            if (doubt != 0)
            {
                foreach (Span span in IntervalSet.OfSpans([new Span(edges[i], edges[i + 1])]).Except(definite).Spans)
                {
                    if (last.End == span.Start && last.Doubt != 0 && evaluation.SameDetail(last.Doubt, doubt))
                    {
                        result[^1] = last = last with { End = span.End };
                    }
                    else
                    {
                        result.Add(last = new Stretch(span.Start, span.End, doubt));
                    }
                }
            }
        }
    }
}

using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <content>The warnings of a limit, where its standard has a ladder of them.</content>
internal partial struct FindingSink
{
    /// <summary>Writes the warnings of a duty: each holds from its point until the next, or until it is done or void, as far as that is known.</summary>
    private void Warn(in Life life, InputNames inputs)
    {
        if (ladders![standard] is not { } ladder || life.FirstDue == Instant.MaxValue || life.IsViolation)
        {
            return;
        }

        (Instant surelyOpen, Instant perhapsOpen) = Open(life);
        List<WarningPoint> points = Points(ladder, life, perhapsOpen);
        int detail = 0;
        for (int i = 0; i < points.Count; i++)
        {
            WarningPoint point = points[i];
            int next = i + 1;
            while (next < points.Count && points[next].First == point.First && points[next].Last == point.Last)
            {
                next++;
            }

            (Instant nextFirst, Instant nextLast) = next < points.Count ? (points[next].First, points[next].Last) : (Instant.MaxValue, Instant.MaxValue);
            // A duty that goes on with what is left may have passed a point before it goes on.
            (Instant from, Instant until) = (Instant.Max(point.First, life.From.From), Instant.Min(nextLast, perhapsOpen));
            Instant sure = life.From.MayBeAbsent || IsDoubtful ? until : Instant.Min(Instant.Max(point.Last, life.From.To), until);
            Instant sureUntil = Instant.Max(sure, Instant.Min(nextFirst, surelyOpen));
            WarnPerhaps(from, sure, inputs, ref detail);
            Warn(point, sure, sureUntil, life);
            WarnPerhaps(sureUntil, until, inputs, ref detail);
        }
    }

    private void Warn(in WarningPoint point, Instant from, Instant until, in Life life)
    {
        ref Cell cell = ref Take(from, until);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Write(ref cell, FindingKind.Warning, FindingState.None, life.Parts & ~CellParts.Done, life.From.From, life.Limit, life.FirstDue, default);
            cell.Detail = Evaluation.Detail(point.Name);
            if (point.Times > 0)
            {
                cell.Parts |= CellParts.Amount;
                cell.Amount = point.Times;
                cell.Currency = default;
            }
        }
    }

    private void WarnPerhaps(Instant from, Instant until, InputNames inputs, ref int detail)
    {
        if (from < until)
        {
            detail = detail == 0 ? Detail(inputs) : detail;
            Perhaps(from, until, Possible.Warning | Possible.Nothing, detail);
        }
    }

    /// <summary>Until when a duty is surely neither done nor void, and until when perhaps.</summary>
    private static (Instant Surely, Instant Perhaps) Open(in Life life)
    {
        Instant surely = life.Until.Kind == OccurrenceKind.NotHappened ? Instant.MaxValue : life.Until.From;
        Instant perhaps = life.Until.MayBeAbsent ? Instant.MaxValue : life.Until.To;
        bool mayBeVoid = life.Void.Kind != OccurrenceKind.NotHappened && life.Void.From <= life.LastDue;
        bool isVoid = mayBeVoid && !life.Void.MayBeAbsent && life.Void.To <= life.FirstDue;
        return (mayBeVoid ? Instant.Min(surely, life.Void.From) : surely, isVoid ? Instant.Min(perhaps, life.Void.To) : perhaps);
    }

    private List<WarningPoint> Points(WarningLadder ladder, in Life life, Instant perhapsOpen)
    {
        Duration limit = running?.Time ?? (life.HasLimit ? life.Limit : Left(life.From.From, life.FirstDue));
        List<WarningPoint> points = new(ladder.Steps.Length);
        ReadOnlySpan<Duration> used = ladder.UsedOf(limit);
        for (int i = 0; i < used.Length; i++)
        {
            (string name, WarningStep step) = ladder.Steps[i];
            if (step.Repeats && life.FirstDue == life.LastDue)
            {
                Repeat(name, step.Offset, limit, life, perhapsOpen, points);
            }
            else if (PointOf(used[i], limit, life.From.From, life.FirstDue) is { } first)
            {
                points.Add(new WarningPoint(first, LastOf(ladder, i, limit, first, life), name, 0));
            }
        }

        points.Sort(static (left, right) => left.First.CompareTo(right.First));
        return points;
    }

    /// <summary>When a point is reached at the latest; of what is repeated after an unknown instant nobody can tell which time it is.</summary>
    private readonly Instant LastOf(WarningLadder ladder, int index, Duration limit, Instant first, in Life life)
    {
        if (ladder.Steps[index].Step.Repeats || life.LastDue == Instant.MaxValue || life.From.To == Instant.MaxValue)
        {
            return Instant.MaxValue;
        }

        if (life.From.From == life.From.To && life.FirstDue == life.LastDue)
        {
            return first;
        }

        limit = running is not null || life.HasLimit ? limit : Left(life.From.To, life.LastDue);
        return PointOf(ladder.UsedOf(limit)[index], limit, life.From.To, life.LastDue) ?? Instant.MaxValue;
    }

    /// <summary>The time of a duty; none where it may have been due before it began.</summary>
    private static Duration Left(Instant from, Instant due) => due > from ? due - from : Duration.Zero;

    /// <summary>The repetitions about the wanted stretch of time: one that holds when it begins, and one after it ends.</summary>
    private void Repeat(string name, Duration each, Duration limit, in Life life, Instant open, List<WarningPoint> points)
    {
        Span window = Span.Of(WantedWindow());
        (Instant first, Instant last) = atInstant && !keep ? (at, at) : (window.Start, window.End);
        if (Gone(first, limit, life.FirstDue) is not { } gone)
        {
            return;
        }

        for (long times = Math.Max(1, (long)(gone / each) - 1); PointOf(limit + (each * times), limit, life.From.From, life.FirstDue) is { } point && point < open; times++)
        {
            points.Add(new WarningPoint(point, point, name, times));
            if (point > last)
            {
                break;
            }
        }
    }

    /// <summary>How much time beyond the limit has gone by on its clock.</summary>
    private readonly Duration? Gone(Instant until, Duration limit, Instant due) =>
        until <= due ? Duration.Zero
        : running is not { } count ? until - due
        : count.Run.TryUsed(until, out Duration used) ? used - limit
        : null;

    /// <summary>When so much of a limit, or more, is used up; none before it begins, or where that cannot be told.</summary>
    private readonly Instant? PointOf(Duration used, Duration limit, Instant from, Instant due) =>
        used < Duration.Zero ? null
        : used == limit ? due
        : running is { } count ? count.Run.TryReach(used, out Instant? reached, out _) ? reached : null
        : from == Instant.MinValue || from == Instant.MaxValue || used > Instant.MaxValue - from ? null
        : from + used;

    /// <summary>A point of a ladder, known to a range.</summary>
    private readonly record struct WarningPoint(Instant First, Instant Last, string Name, long Times);
}

using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <content>How findings become cells.</content>
internal partial struct FindingSink
{
    /// <summary>Begins a rule on a subject. A kept standard is written whole, since others consume it otherwise than while it holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(short standard, short part, int subject, bool keep, bool claiming)
    {
        this.standard = standard;
        this.part = part;
        Second = null;
        this.subject = subject;
        this.keep = keep;
        keptAny |= keep;
        this.claiming = claiming;
    }

    /// <summary>Confines what follows to a stretch of time, in doubt about the inputs at <paramref name="detail"/>, if any.</summary>
    public void Confine(Instant start, Instant end, int detail)
    {
        clip = new Span(start, end);
        clipped = start != Instant.MinValue || end != Instant.MaxValue;
        known = detail;
    }

    public void Unconfine()
    {
        clipped = false;
        known = 0;
        unnamed = null;
    }

    public void SetDoubt(int detail)
    {
        known = detail;
        unnamed = null;
    }

    /// <summary>As the other, with inputs that are named only when something comes of it.</summary>
    public void SetDoubt(int detail, Func<InputSet?>? more)
    {
        known = detail;
        unnamed = more;
    }

    /// <summary>Adds a finished cell.</summary>
    public void Append(in Cell cell)
    {
        seen |= Trail(cell.Standard, cell.State);
        Slot() = cell;
    }

    /// <summary>Says that findings of a standard and subject may touch.</summary>
    public void MarkRepeated(short standard, int subject)
    {
        repeated = true;
        lost |= atInstant && !keep;
        Evaluation.Repeated.Add((standard, subject));
    }

    /// <summary>Takes away the cells of a standard and subject among those from a position on.</summary>
    public void Take(int start, short standard, int subject, List<Cell> taken)
    {
        int kept = start;
        for (int i = start; i < count; i++)
        {
            if (cells[i].Standard == standard && cells[i].Subject == subject)
            {
                taken.Add(cells[i]);
            }
            else
            {
                cells[kept++] = cells[i];
            }
        }

        count = kept;
    }

    /// <summary>Takes away all cells from a position on.</summary>
    public List<Cell> TakeFrom(int start)
    {
        List<Cell> taken = [.. cells.AsSpan(start, count - start)];
        count = start;
        return taken;
    }

    /// <summary>Says what several alternatives have in common, and that the rest cannot be told.</summary>
    public void Agree(List<List<Cell>> alternatives, InputSet missing)
    {
        MarkDoubted();
        if (lost || IsAlone)
        {
            return;
        }

        foreach (Cell cell in Agreement.Of(alternatives, Evaluation, (_, _, _) => missing.Names, []))
        {
            Append(cell);
        }
    }

    /// <summary>Takes back what was written after so many cells.</summary>
    public void Truncate(int length) => count = length;

    /// <summary>The cells so far, which no longer count as written.</summary>
    public Span<Cell> TakeCells()
    {
        Span<Cell> taken = cells.AsSpan(0, count).ToArray();
        count = 0;
        return taken;
    }

    public readonly void ThrowIfImpossible()
    {
        if (evaluation is not null)
        {
            evaluation.Problems.ThrowIfAny();
        }
    }

    private void Write(ref Cell cell, FindingKind kind, FindingState state, CellParts parts, Instant from, Duration limit, Instant due, Instant done)
    {
        seen |= Trail(standard, state);
        cell.Set(kind, state);
        cell.Parts = parts;
        cell.From = from;
        cell.Limit = limit;
        cell.Due = due;
        cell.Done = done;
    }

    private void Fill(ref Cell cell, FindingKind kind, FindingState state)
    {
        seen |= Trail(standard, state);
        cell.Set(kind, state);
        cell.Parts = CellParts.None;
    }

    // Prime steps spread neighbouring standards over the bits.
    private static ulong Trail(short standard, FindingState state) => 1UL << (standard * 11 + (int)state & 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Yielded()
    {
        if (IsAlone)
        {
            repeated |= standard == lastYielded;
            lastYielded = standard;
        }
        else if (evaluation!.SpokeBefore(standard, subject))
        {
            repeated = true;
            lost |= atInstant && !keep;
        }
    }

    /// <summary>The one segment of a limit that holds now; asks only what it must, for this is where most of the time goes.</summary>
    private void LimitNow(Instant from, TimeLimit within, bool done, Instant doneAt)
    {
        Instant due = from + within.Length, start, end = Instant.MaxValue;
        FindingState state;
        bool met = done && doneAt <= due;
        if (met && at >= doneAt)
        {
            (state, start) = (FindingState.Met, doneAt);
        }
        else if (!met && at > due)
        {
            (state, start) = (FindingState.Breached, due + Duration.Epsilon);
        }
        else if (at < from)
        {
            Fold(from);
            return;
        }
        else
        {
            Instant warn = from + within.WarnAfter;
            bool pending = at < warn;
            (state, start) = pending ? (FindingState.Pending, from) : (FindingState.AtRisk, warn);
            end = met && (!pending || doneAt < warn) ? doneAt : pending ? warn : due + Duration.Epsilon;
            Fold(end);
        }

        CellParts parts = CellParts.From | CellParts.Limit | CellParts.Due | (done ? CellParts.Done : 0);
        Write(ref Add(start, end), FindingKind.Obligation, state, parts, from, within.Length, due, doneAt);
    }

    /// <summary>The life of an obligation (S6), in full.</summary>
    private void Segments(CellParts parts, Instant from, Duration limit, Instant warn, Instant due, bool done, Instant doneAt, bool isViolation = false)
    {
        Instant late = isViolation ? due : due.Next();
        bool met = done && doneAt <= due;
        if (!isViolation)
        {
            Segment(FindingKind.Obligation, FindingState.Pending, from, met && doneAt < warn ? doneAt : warn, parts, from, limit, due, doneAt);
            Segment(FindingKind.Obligation, FindingState.AtRisk, Instant.Max(from, warn), met && doneAt < late ? doneAt : late, parts, from, limit, due, doneAt);
        }

        (FindingKind kind, FindingState state, Instant start) = met ? (FindingKind.Obligation, FindingState.Met, doneAt)
            : isViolation ? (FindingKind.Violation, FindingState.None, late)
            : (FindingKind.Obligation, FindingState.Breached, Instant.Max(from, late));
        Segment(kind, state, start, Instant.MaxValue, parts, from, limit, due, doneAt);
    }

    private void Segment(FindingKind kind, FindingState state, Instant start, Instant end, CellParts parts, Instant from, Duration limit, Instant due, Instant done)
    {
        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Write(ref cell, kind, state, parts, from, limit, due, done);
        }
    }

    /// <summary>Says that it cannot be told during a stretch of time which of several things a clause says.</summary>
    private void Perhaps(Instant start, Instant end, Possible possible, int detail, Money? most = null)
    {
        MarkDoubted();
        PutUntold(start, end, possible, detail, most);
    }

    private void PutUntold(Instant start, Instant end, Possible possible, int detail, Money? most)
    {
        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Indeterminate, FindingState.None);
            cell.Detail = detail;
            cell.Other = (short)possible;
            if (most is { } amount)
            {
                cell.Parts = CellParts.Amount;
                cell.Amount = amount.Amount;
                cell.Currency = amount.Currency.Packed;
            }
        }
    }

    /// <summary>As <see cref="Untold"/>, by a rule that has worked out itself what is so whatever the unknown turns out to be.</summary>
    public void UntoldForGood(Instant start, Instant end, InputSet inputs, Possible possible)
    {
        Yielded();
        PutUntold(start, end, possible, Evaluation.Unite(Doubt, inputs), most: null);
    }

    private void PerhapsMargin(Instant start, Instant end, Possible possible, int detail, in Life life)
    {
        MarkDoubted();
        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Write(ref cell, FindingKind.Indeterminate, FindingState.None, life.Parts & ~CellParts.Done, life.From.From, life.Limit, life.FirstDue, default);
            cell.Detail = detail;
            cell.Other = (short)possible;
        }
    }

    /// <summary>Says that a clause cannot tell something of its subject: what it says is worked out from all that the unknown may be.</summary>
    private void MarkDoubted()
    {
        repeated = true;
        if (!IsAlone)
        {
            lost |= atInstant;
            evaluation!.Doubt(standard, subject);
        }
    }

    /// <summary>A cell for [start, end), or a null reference where that is confined away or, at an instant, does not hold.</summary>
    private ref Cell Take(Instant start, Instant end)
    {
        if (clipped)
        {
            start = Instant.Max(start, clip.Start);
            end = Instant.Min(end, clip.End);
        }

        if (start >= end)
        {
            return ref Unsafe.NullRef<Cell>();
        }

        if (atInstant && !keep)
        {
            if (at < start)
            {
                Fold(start);
                return ref Unsafe.NullRef<Cell>();
            }

            if (at >= end && end != Instant.MaxValue)
            {
                return ref Unsafe.NullRef<Cell>();
            }

            Fold(end);
        }

        return ref Add(start, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fold(Instant boundary)
    {
        if (boundary < next)
        {
            next = boundary;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Cell Add(Instant start, Instant end)
    {
        ref Cell cell = ref Slot();
        cell.Start = start;
        cell.End = end;
        cell.Standard = standard;
        cell.Subject = subject;
        cell.Other = part;
        cell.Detail = 0;
        return ref cell;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Cell Slot()
    {
        if (count == cells.Length)
        {
            Grow();
        }

        return ref cells[count++];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow() => Array.Resize(ref cells, Math.Max(16, count * 2));
}

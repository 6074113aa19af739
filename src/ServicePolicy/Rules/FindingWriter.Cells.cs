using System.Buffers;
using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <content>How findings become cells.</content>
public ref partial struct FindingWriter
{
    /// <summary>Begins a rule on a subject. A kept standard is written whole, since others consume it otherwise than while it holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter(short standard, int subject, bool keep, bool claiming)
    {
        this.standard = standard;
        this.subject = subject;
        this.keep = keep;
        keptAny |= keep;
        this.claiming = claiming;
    }

    /// <summary>Confines what follows to a stretch of time, in doubt about the inputs at <paramref name="detail"/>, if any.</summary>
    internal void Confine(Instant start, Instant end, int detail)
    {
        clip = new Span(start, end);
        clipped = start != Instant.MinValue || end != Instant.MaxValue;
        doubt = detail;
    }

    internal void Unconfine()
    {
        clipped = false;
        doubt = 0;
    }

    internal readonly int CurrentDoubt => doubt;

    internal void Doubt(InputSet inputs) => doubt = Evaluation.Unite(doubt, inputs);

    internal void SetDoubt(int detail) => doubt = detail;

    internal readonly void Release()
    {
        if (rented is not null)
        {
            ArrayPool<Cell>.Shared.Return(rented);
        }
    }

    /// <summary>Adds a finished cell.</summary>
    internal void Append(in Cell cell)
    {
        seen |= Trail(cell.Standard, cell.State);
        Slot() = cell;
    }

    /// <summary>Says that findings of a standard and subject may touch.</summary>
    internal void MarkRepeated(short standard, int subject)
    {
        repeated = true;
        lost |= atInstant && !keep;
        Evaluation.Repeated.Add((standard, subject));
    }

    /// <summary>The cells so far, which no longer count as written.</summary>
    internal Span<Cell> TakeCells()
    {
        Span<Cell> taken = cells[..count].ToArray();
        count = 0;
        return taken;
    }

    internal readonly void ThrowIfImpossible()
    {
        if (evaluation is not null)
        {
            evaluation.Problems.ThrowIfAny();
        }
    }

    private void WriteLimit(ref Cell cell, FindingState state, CellParts parts, Instant from, Duration limit, Instant due, Instant done)
    {
        seen |= Trail(standard, state);
        cell.Set(FindingKind.Obligation, state);
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
        WriteLimit(ref Add(start, end), state, parts, from, within.Length, due, doneAt);
    }

    /// <summary>Whether it is told when, if at all, a duty from <paramref name="from"/> was done; where not, says so.</summary>
    private bool Told(Instant from, Occurrence until, string input, out bool done, out Instant doneAt)
    {
        Yielded();
        done = until.TryGetInstant(out doneAt);
        if (doubt != 0 || until.IsUnknown)
        {
            Doubtful(from, Instant.MaxValue, until.IsUnknown ? input : null);
            return false;
        }

        if (done && doneAt < from)
        {
            Impossible(input, $"'{doneAt}' is before '{from}', when the duty began. Give the instants in the order in which they happened.");
            return false;
        }

        return true;
    }

    private bool Triggered(Occurrence from, string expression, out Instant start)
    {
        if (from.TryGetInstant(out start))
        {
            return true;
        }

        if (from.IsUnknown)
        {
            Yielded();
            Doubtful(Evaluation.Fact(subject).OpenedAt, Instant.MaxValue, expression);
        }

        return false;
    }

    private void Put(FindingKind kind, FindingState state, Interval during)
    {
        Span span = Span.Of(during);
        Put(kind, state, span.Start, span.End);
    }

    private void Put(FindingKind kind, FindingState state, Instant start, Instant end)
    {
        Yielded();
        if (doubt != 0)
        {
            Doubtful(start, end, null);
            return;
        }

        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, kind, state);
        }
    }

    private void Claim(Instant start, Instant end, Money amount)
    {
        Yielded();
        Money(claiming ? Kinds.Claim : FindingKind.Entitlement, FindingState.Owed, start, end, amount);
    }

    private void Money(FindingKind kind, FindingState state, Instant start, Instant end, Money amount)
    {
        if (doubt != 0)
        {
            Doubtful(start, end, null);
            return;
        }

        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, kind, state);
            cell.Parts = CellParts.Amount;
            cell.Amount = amount.Amount;
            cell.Currency = amount.Currency.Packed;
        }
    }

    /// <summary>The life of an obligation (S6), in full.</summary>
    private void Segments(CellParts parts, Instant from, Duration limit, Instant warn, Instant due, bool done, Instant doneAt)
    {
        Instant late = due < Instant.MaxValue ? due + Duration.Epsilon : Instant.MaxValue;
        bool met = done && doneAt <= due;
        Segment(FindingState.Pending, from, met && doneAt < warn ? doneAt : warn, parts, from, limit, due, doneAt);
        Segment(FindingState.AtRisk, warn, met && doneAt < late ? doneAt : late, parts, from, limit, due, doneAt);
        Segment(met ? FindingState.Met : FindingState.Breached, met ? doneAt : late, Instant.MaxValue, parts, from, limit, due, doneAt);
    }

    private void Segment(FindingState state, Instant start, Instant end, CellParts parts, Instant from, Duration limit, Instant due, Instant done)
    {
        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            WriteLimit(ref cell, state, parts, from, limit, due, done);
        }
    }

    private void Doubtful(Instant start, Instant end, string? expression)
    {
        int detail = expression is null ? doubt : Evaluation.Unite(doubt, InputSet.OfExpression(expression));
        ref Cell cell = ref Take(start, end);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Indeterminate, FindingState.None);
            cell.Detail = detail;
        }
    }

    /// <summary>Whether it was done in time is unknown; when it was due is not.</summary>
    private void DoubtfulLimit(Instant from, TimeLimit within, string expression)
    {
        int detail = Evaluation.Unite(0, InputSet.OfExpression(expression));
        ref Cell cell = ref Take(from, Instant.MaxValue);
        if (!Unsafe.IsNullRef(ref cell))
        {
            Fill(ref cell, FindingKind.Indeterminate, FindingState.None);
            cell.Detail = detail;
            cell.Parts = CellParts.From | CellParts.Limit;
            cell.From = from;
            cell.Limit = within.Length;
            if (from <= within.LatestStart)
            {
                cell.Parts |= CellParts.Due;
                cell.Due = from + within.Length;
            }
        }
    }

    /// <summary>A limit that runs until something is done that may not count.</summary>
    private void UntilDoubtful(Instant from, TimeLimit within, Instant doneAt, string needs)
    {
        bool bounded = from <= within.LatestStart;
        Instant due = bounded ? from + within.Length : Instant.MaxValue, warn = bounded ? from + within.WarnAfter : Instant.MaxValue;
        CellParts parts = CellParts.From | CellParts.Limit | (bounded ? CellParts.Due : 0);
        Segment(FindingState.Pending, from, Instant.Min(warn, doneAt), parts, from, within.Length, due, default);
        Segment(FindingState.AtRisk, warn, doneAt, parts, from, within.Length, due, default);
        Doubtful(doneAt, Instant.MaxValue, needs);
    }

    private void Impossible(string expression, string message) =>
        Evaluation.Problems.Add(Evaluation.Fact(subject), InputSet.OfExpression(expression).ToString(), message);

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
    private void Grow()
    {
        Cell[] larger = ArrayPool<Cell>.Shared.Rent(Math.Max(16, count * 2));
        Cells.CopyTo(larger);
        Release();
        rented = larger;
        cells = larger;
    }
}

using NodaTime;
using ServicePolicy.Time;

namespace ServicePolicy.Evaluation;

/// <summary>The life of a duty (S6) of which trigger, due and end may be known to ranges.</summary>
/// <remarks>
/// Each state is possible during one stretch of time: pending until the last warning, or until it is surely done; late from the first due on, if it may be
/// done later, and so on. Where only one state is possible it is stated, elsewhere it cannot be told which (S26).
/// </remarks>
internal readonly ref struct Life
{
    /// <summary>What begins the duty.</summary>
    public required Occurrence From { get; init; }

    /// <summary>What fulfils it.</summary>
    public required Occurrence Until { get; init; }

    public Duration Limit { get; init; }

    public required Instant FirstWarning { get; init; }

    public required Instant LastWarning { get; init; }

    public required Instant FirstDue { get; init; }

    public required Instant LastDue { get; init; }

    /// <summary>Whether it is told by its margin how long the limit is.</summary>
    public bool HasLimit { get; init; }

    /// <summary>Whether late is a violation rather than a breach.</summary>
    public bool IsViolation { get; init; }

    /// <summary>What makes the duty void, if it is neither done nor late by then: from there on it says nothing.</summary>
    public Occurrence Void { get; init; }

    public bool IsNever => From.Kind == OccurrenceKind.NotHappened;

    public bool IsKnown => !From.IsUnknown && !Until.IsUnknown && FirstDue == LastDue && FirstWarning == LastWarning && Void.Kind == OccurrenceKind.NotHappened;

    public CellParts Parts =>
        (From.Kind == OccurrenceKind.Happened ? CellParts.From : 0)
        | (HasLimit ? CellParts.Limit : 0)
        | (FirstDue == LastDue && FirstDue != Instant.MaxValue ? CellParts.Due : 0)
        | (Until.Kind == OccurrenceKind.Happened ? CellParts.Done : 0);

    public static Life Of(Occurrence from, TimeLimit within, Occurrence until, Occurrence unless = default) => new()
    {
        From = from,
        Until = until,
        Void = unless,
        Limit = within.Length,
        HasLimit = true,
        FirstWarning = from.From.Shift(within.WarnAfter),
        LastWarning = from.To.Shift(within.WarnAfter),
        FirstDue = from.From.Shift(within.Length),
        LastDue = from.To.Shift(within.Length),
    };

    /// <summary>A duty without a limit.</summary>
    public static Life Of(Occurrence from, Occurrence until, Occurrence unless) => new()
    {
        From = from,
        Until = until,
        Void = unless,
        FirstWarning = Instant.MaxValue,
        LastWarning = Instant.MaxValue,
        FirstDue = Instant.MaxValue,
        LastDue = Instant.MaxValue,
    };

    /// <summary>What must be done by the time that another thing is.</summary>
    public static Life Beforehand(Occurrence at, Occurrence done) => new()
    {
        From = at,
        Until = done,
        FirstWarning = at.From,
        LastWarning = at.To,
        FirstDue = at.From,
        LastDue = at.To,
        IsViolation = true,
    };

    /// <summary>What a single possibility is as a finding.</summary>
    public static (FindingKind Kind, FindingState State) Saying(Possible possible) => possible switch
    {
        Possible.Met => (FindingKind.Obligation, FindingState.Met),
        Possible.Pending => (FindingKind.Obligation, FindingState.Pending),
        Possible.AtRisk => (FindingKind.Obligation, FindingState.AtRisk),
        Possible.Breached => (FindingKind.Obligation, FindingState.Breached),
        _ => (FindingKind.Violation, FindingState.None),
    };

    /// <summary>What is possible, stage by stage; stages in which surely nothing is said are left out.</summary>
    public List<(Instant Start, Instant End, Possible Possible)> Stages()
    {
        // Until these the duty is perhaps not done, and perhaps not void.
        Instant undone = Until.MayBeAbsent ? Instant.MaxValue : Until.To;
        Instant valid = Void.MayBeAbsent ? Instant.MaxValue : Void.To;
        Instant open = Instant.Min(undone, valid);
        bool mayEnd = Void.Kind != OccurrenceKind.NotHappened && Void.From <= LastDue && undone > Void.From;
        bool mayBeMet = Until.Kind != OccurrenceKind.NotHappened && Until.From <= LastDue && Until.From <= valid;
        bool mayBeLate = FirstDue < Instant.MaxValue && undone > FirstDue && valid > FirstDue;
        bool mayBePending = !IsViolation && (FirstWarning > From.From || LastWarning > From.To);
        ReadOnlySpan<(Instant Start, Instant End, Possible Says)> possible =
        [
            (Instant.MinValue, From.MayBeAbsent ? Instant.MaxValue : From.To, Possible.Nothing),
            (Instant.Max(From.From, Void.From), Ever(mayEnd), Possible.Nothing),
            (From.From, mayBePending ? Instant.Min(LastWarning, open) : Instant.MinValue, Possible.Pending),
            (Instant.Max(From.From, FirstWarning), IsViolation ? Instant.MinValue : Instant.Min(LastDue.Next(), open), Possible.AtRisk),
            (Instant.Max(From.From, Until.From), Ever(mayBeMet), Possible.Met),
            (Instant.Max(From.From, IsViolation ? FirstDue : FirstDue.Next()), Ever(mayBeLate), IsViolation ? Possible.Violated : Possible.Breached),
        ];
        return Between(possible);
    }

    private static Instant Ever(bool possible) => possible ? Instant.MaxValue : Instant.MinValue;

    private static List<(Instant Start, Instant End, Possible Possible)> Between(ReadOnlySpan<(Instant Start, Instant End, Possible Says)> possible)
    {
        SortedSet<Instant> edges = [Instant.MaxValue];
        foreach ((Instant start, Instant end, _) in possible)
        {
            if (start < end)
            {
                edges.Add(start);
                edges.Add(end);
            }
        }

        List<(Instant Start, Instant End, Possible Possible)> stages = [];
        Instant from = Instant.MinValue;
        foreach (Instant edge in edges)
        {
            Possible here = Possible.None;
            foreach ((Instant start, Instant end, Possible says) in possible)
            {
                here |= start <= from && from < end ? says : Possible.None;
            }

            if (from < edge && (here & ~Possible.Nothing) != 0)
            {
                stages.Add((from, edge, here));
            }

            from = edge;
        }

        return stages;
    }
}

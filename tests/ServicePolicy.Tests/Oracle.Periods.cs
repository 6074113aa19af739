using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Tests;

/// <content>Shares over a period: CMP-08, 18, 21.</content>
internal sealed partial class Oracle
{
    /// <summary>CMP-18 and 21: what <see cref="Probe.Extended"/> has for the rates that are unset.</summary>
    private const decimal UnsetRate = 0.5m;

    // What began in the period is counted as it stands at its end, and said from then on.
    private IEnumerable<Verdict> Periods(ComplaintPeriod f, Instant t) => t < f.Dates.End ? [] :
    [
        .. Said("CMP-08", f, PeriodSubject.Complaints, [.. Taken(f).Select(c => new Counted(c.FiledBy.Is(Filer.AccountHolder), c.Resolved.HasHappenedBy(f.Dates.End), "Resolved", c.Valid))], handled, validHandled),
        .. extension is null ? [] : Said("CMP-18", f, PeriodSubject.Complaints, [.. Taken(f).Select(c => OnTheSpot(c, f.Dates.End))], UnsetRate),
        .. extension is null ? [] : Said("CMP-21", f, PeriodSubject.Suggestions, [.. Facts<Suggestion>().Where(s => Within(f, s)).Select(s => new Counted(YesNo.Yes, s.FeedbackGiven.HasHappenedBy(f.Dates.End), "FeedbackGiven"))], UnsetRate),
        .. extension is null ? [] : Said("CMP-21", f, PeriodSubject.Questions, [.. Facts<Question>().Where(q => Within(f, q)).Select(q => new Counted(YesNo.Yes, q.SolvedAtFirstContact, "SolvedAtFirstContact"))], UnsetRate),
    ];

    // CMP-21: a suggestion found valid is passed up within 48 h.
    private IEnumerable<Verdict> PassedUp(Suggestion f, Instant t) => extension is null || f.FoundValid.Kind == OccurrenceKind.NotHappened || t < (f.FoundValid.Instant ?? f.MadeAt) ? []
        : f.FoundValid.Instant is { } valid ? [Limit("CMP-21", f, t, valid, Duration.FromHours(48), f.PassedUp, "PassedUp", [])]
        : [Verdict.Missing("CMP-21", f, "FoundValid")];

    private IEnumerable<Complaint> Taken(ComplaintPeriod f) => Facts<Complaint>().Where(complaint => Within(f, complaint) && complaint.FiledBy != Filer.SomeoneElse);

    private static bool Within(ComplaintPeriod f, IFact fact) => f.Dates.Start <= fact.OpenedAt && fact.OpenedAt < f.Dates.End;

    // Solved on the spot: resolved by the end, and it had not turned out by then that it could not be settled on the spot.
    // Narrowed: where both are unknown only the resolution is named.
    private static Counted OnTheSpot(Complaint c, Instant end)
    {
        YesNo resolved = c.Resolved.HasHappenedBy(end);
        return new Counted(c.FiledBy.Is(Filer.AccountHolder), resolved.And(c.NotSettledOnTheSpot.HasHappenedBy(end).Not()), resolved == YesNo.Unknown ? "Resolved" : "NotSettledOnTheSpot");
    }

    // Every way in which the unknown may have been is tried; where all come to one thing, that is said.
    private static IEnumerable<Verdict> Said(string standard, ComplaintPeriod f, PeriodSubject what, Counted[] all, decimal rate, decimal? validRate = null)
    {
        if (f.What != PeriodSubject.Unknown && f.What != what)
        {
            yield break;
        }

        HashSet<Tally> tallies = [default];
        foreach (Counted one in all)
        {
            tallies = [.. from tally in tallies from counted in Ways(one.IsCounted) from good in Ways(one.IsGood) from valid in Ways(one.IsValid) select tally.With(counted, good, valid)];
        }

        bool?[] outcomes = [.. tallies.Select(tally => tally.All == 0 ? (bool?)null : tally.Good >= rate * tally.All && tally.ValidGood >= (validRate ?? 0) * tally.Valid).Distinct()];
        if (f.Complete != YesNo.Yes || outcomes.Length > 1 || (f.What == PeriodSubject.Unknown && outcomes is not [null]))
        {
            string[] missing = f.Complete != YesNo.Yes ? ["Complete"] : outcomes.Length > 1 ? [.. all.SelectMany(one => one.Names(validRate is not null)).Distinct()] : [];
            yield return Verdict.Missing(standard, f, [.. missing, .. If(f.What == PeriodSubject.Unknown, "What")]);
        }
        else if (outcomes is [{ } kept])
        {
            if (!all.SelectMany(one => one.Names(isValidAsked: false)).Any())
            {
                yield return new Verdict(standard, f, FindingKind.Measure) { Value = decimal.Divide(tallies.First().Good, tallies.First().All) };
                if (validRate is not null && tallies.First().Valid > 0)
                {
                    yield return new Verdict(standard, f, FindingKind.Measure) { Value = decimal.Divide(tallies.First().ValidGood, tallies.First().Valid) };
                }
            }

            yield return kept ? new Verdict(standard, f, FindingKind.Obligation, FindingState.Met) : new Verdict(standard, f, FindingKind.Violation);
        }
    }

    private static bool[] Ways(YesNo answer) => answer switch
    {
        YesNo.Yes => [true],
        YesNo.No => [false],
        _ => [false, true],
    };

    /// <summary>One of what a period counts.</summary>
    private sealed record Counted(YesNo IsCounted, YesNo IsGood, string GoodBy, YesNo IsValid = YesNo.Yes)
    {
        // Narrowed: whether it is valid is named wherever it is unknown of one that counts, also where it cannot matter.
        public IEnumerable<string> Names(bool isValidAsked) =>
        [
            .. If(IsCounted == YesNo.Unknown, "FiledBy"),
            .. If(IsGood == YesNo.Unknown, GoodBy),
            .. If(isValidAsked && IsCounted == YesNo.Yes && IsValid == YesNo.Unknown, "Valid"),
        ];
    }

    /// <summary>How many are counted, and how many of them are good, of all and of the valid ones.</summary>
    private readonly record struct Tally(int All, int Good, int Valid, int ValidGood)
    {
        public Tally With(bool counted, bool good, bool valid) => !counted ? this
            : new(All + 1, Good + (good ? 1 : 0), Valid + (valid ? 1 : 0), ValidGood + (good && valid ? 1 : 0));
    }
}

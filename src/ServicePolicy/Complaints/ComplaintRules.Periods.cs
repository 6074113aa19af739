using System.Diagnostics.CodeAnalysis;
using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Complaints;

/// <content>What is counted over a period (CMP-08, CMP-18, CMP-21): what began in it, as it stands at its end.</content>
public sealed partial class ComplaintRules
{
    private void Periods(ComplaintStandards figures)
    {
        Over<Complaint>("CMP-08", PeriodSubject.Complaints).Yield((period, complaints, ref to) =>
        {
            Share all = Count(period, complaints, c => c.ReceivedAt, CountHandled), valid = Count(period, complaints, c => c.ReceivedAt, CountValidHandled);
            Score(period, all, all.IsAtLeast(figures.Handled).And(valid.IsAtLeast(figures.ValidHandled)), all.Missing.Union(valid.Missing), ref to);
        });

        if (figures.SolvedOnTheSpot is { } onTheSpot)
        {
            Over<Complaint>("CMP-18", PeriodSubject.Complaints).Yield((period, complaints, ref to) =>
                Score(period, Count(period, complaints, c => c.ReceivedAt, CountSolvedOnTheSpot), onTheSpot, ref to));
        }

        if (figures is { SuggestionFeedback: { } feedback, SolvedAtFirstContact: { } firstContact, PassedUp: { } passedUp })
        {
            Over<Suggestion>("CMP-21", PeriodSubject.Suggestions, "feedback").Yield((period, suggestions, ref to) =>
                Score(period, Count(period, suggestions, s => s.MadeAt, (s, end, share) => share.Add(s.FeedbackGiven.HasHappenedBy(end), nameof(s.FeedbackGiven))), feedback, ref to));

            Over<Question>("CMP-21", PeriodSubject.Questions, "first contact").Yield((period, questions, ref to) =>
                Score(period, Count(period, questions, q => q.AskedAt, (q, _, share) => share.Add(q.SolvedAtFirstContact, nameof(q.SolvedAtFirstContact))), firstContact, ref to));

            Rule("CMP-21", "passed up").For<Suggestion>()
                .Yield((suggestion, ref to) => to.Limit(suggestion.FoundValid, within: passedUp, until: suggestion.PassedUp));
        }
    }

    private static void CountHandled(Complaint complaint, Instant end, Share share) =>
        share.Add(complaint.FiledBy.Is(Filer.AccountHolder), nameof(complaint.FiledBy), complaint.Resolved.HasHappenedBy(end), nameof(complaint.Resolved));

    private static void CountValidHandled(Complaint complaint, Instant end, Share share) => share.Add(
        complaint.FiledBy.Is(Filer.AccountHolder).And(complaint.Valid),
        complaint.FiledBy == Filer.Unknown ? nameof(complaint.FiledBy) : nameof(complaint.Valid),
        complaint.Resolved.HasHappenedBy(end),
        nameof(complaint.Resolved));

    private static void CountSolvedOnTheSpot(Complaint complaint, Instant end, Share share)
    {
        YesNo resolved = complaint.Resolved.HasHappenedBy(end);
        share.Add(
            complaint.FiledBy.Is(Filer.AccountHolder),
            nameof(complaint.FiledBy),
            resolved.And(complaint.NotSettledOnTheSpot.HasHappenedBy(end).Not()),
            resolved == YesNo.Unknown ? nameof(complaint.Resolved) : nameof(complaint.NotSettledOnTheSpot));
    }

    private RuleBuilder<ComplaintPeriod, IReadOnlyList<T>> Over<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string standard, PeriodSubject what, string? variant = null)
        where T : class, IFact => Rule(standard, variant).For<ComplaintPeriod>()
        .When($"a period of {what}", period => period.What.Is(what), nameof(ComplaintPeriod.What))
        .Collect<T>();

    /// <summary>The share that <paramref name="add"/> makes of the facts that began in a period, told what it is at the end.</summary>
    private static Share Count<T>(ComplaintPeriod period, IEnumerable<T> facts, Func<T, Instant> began, Action<T, Instant, Share> add)
    {
        Share share = new();
        foreach (T fact in facts.Where(fact => period.Dates.Contains(began(fact))))
        {
            add(fact, period.Dates.End, share);
        }

        return share;
    }

    private static void Score(ComplaintPeriod period, Share share, decimal rate, ref FindingWriter to) =>
        Score(period, share, share.IsAtLeast(rate), share.Missing, ref to);

    /// <summary>What a share comes to, from the end of its period on; nothing where the period has none to count.</summary>
    private static void Score(ComplaintPeriod period, Share share, YesNo isEnough, IEnumerable<string> missing, ref FindingWriter to)
    {
        Instant end = period.Dates.End;
        YesNo verdict = share.IsSure ? isEnough : YesNo.Unknown;
        if (period.Complete != YesNo.Yes)
        {
            to.Indeterminate(end, nameof(ComplaintPeriod.Complete));
        }
        else if (!share.IsEmpty && verdict == YesNo.Unknown)
        {
            to.Indeterminate(end, [.. missing]);
        }
        else if (!share.IsEmpty)
        {
            Tell(end, share.Value, verdict, ref to);
        }
    }

    private static void Tell(Instant end, decimal? value, YesNo verdict, ref FindingWriter to)
    {
        if (value is { } share)
        {
            to.Measure(share, new Interval(end, null));
        }

        if (verdict == YesNo.Yes)
        {
            to.Met(end);
        }
        else
        {
            to.Violation(end);
        }
    }
}

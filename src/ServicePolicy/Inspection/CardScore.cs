using System.Globalization;
using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>The points of a score card over time: its sections, its bonus, and the whole.</summary>
/// <remarks>Deductions come in order of time, each once, so that a card of n notes takes about n log n.</remarks>
internal sealed class CardScore(InspectionStandards figures)
{
    private readonly Deductions deductions = new(figures);

    public InspectionStandards Figures => figures;

    public Deductions Deductions => deductions;

    /// <summary>What the breaches of other standards take off a card.</summary>
    public void Breaches(ScoreCard card, FindingWriter to)
    {
        Func<Standard, bool> isOn = to.Switches;
        foreach (FoundBreach breach in to.Breaches)
        {
            if (deductions.Of(breach, card, isOn) is { } of)
            {
                to.Measure(breach, of.Points, breach.BeginningIn(card.Dates), breach.Standard);
            }
        }
    }

    /// <summary>What is left of a section, and of how many points.</summary>
    public void Section(ScoreSections section, ScoreCard card, IReadOnlyList<ICardRecord> records, FindingWriter to)
    {
        Say(Steps(card, [section], Of(card, records, to), []).Select(step => (step.At, step.Sections[0])), Text(section.Points(figures)), to);
    }

    /// <summary>What is left of the whole card with its bonus, of the points of all sections that are scored; nothing while counters were found deserted too long.</summary>
    public void Total(ScoreCard card, IReadOnlyList<ICardRecord> records, FindingWriter to)
    {
        ScoreSections[] scored = Deductions.Scored(card, to.Switches);
        if (scored.Length == 0)
        {
            return;
        }

        string points = Text(scored.Sum(section => section.Points(figures)));
        Truth deserted = Truth.Never;
        foreach (CounterCheck check in records.OfType<CounterCheck>().Where(check => card.Dates.Contains(check.CameAt)))
        {
            deserted |= Deserted(check);
        }

        ScoreRange bonus = to.IsOn(Deductions.StandardOf("INS-11")) ? Bonus(card, records) : ScoreRange.Zero;
        Say(
            Steps(card, scored, Of(card, records, to), [.. Edges(deserted), card.Dates.End]).Select(step =>
                (step.At, Total([.. step.Sections, step.At >= card.Dates.End ? bonus : ScoreRange.Zero], deserted.At(step.At), deserted.MissingAt(step.At)))),
            points,
            to);
    }

    /// <summary>The bonus from the end of the month on, when the ranks of a class are known.</summary>
    public void Bonus(ScoreCard card, IReadOnlyList<ICardRecord> records, FindingWriter to)
    {
        ScoreRange bonus = Bonus(card, records);
        Interval from = new(card.Dates.End, null);
        if (!bonus.IsKnown)
        {
            to.NoMeasure(from, bonus.Missing);
        }
        else if (bonus.Most > 0)
        {
            to.Measure(bonus.Most, from);
        }
    }

    private static ScoreRange Total(ScoreRange[] parts, YesNo deserted, IReadOnlyList<string> missing)
    {
        decimal least = deserted == YesNo.No ? parts.Sum(part => part.Least) : 0, most = deserted == YesNo.Yes ? 0 : parts.Sum(part => part.Most);
        return least == most
            ? new ScoreRange(least, most, [])
            : new ScoreRange(least, most, [.. parts.SelectMany(part => part.Missing).Concat(missing).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>While the counters of a check were deserted too long; somebody who was there before they were found deserted was there before, and no more.</summary>
    private Truth Deserted(CounterCheck check)
    {
        Occurrence found = check.FoundDeserted.NotBefore(check.CameAt);
        if (check.Staffed.Instant is not { } staffed || found.Kind == OccurrenceKind.NotHappened || found.Instant is not null)
        {
            return Truth.Late(found, figures.CountersDeserted, check.Staffed.Since(found), Unknown(check));
        }

        // Found before somebody came, found after, or not at all: what is so of each of these is so.
        List<Truth> alternatives = found.MayBeAbsent ? [Truth.Never] : [];
        if (found.Earliest <= staffed || found.Earliest is null)
        {
            alternatives.Add(Truth.Late(Occurrence.Between(found.Earliest, found.Latest is { } last && last < staffed ? last : staffed), figures.CountersDeserted, check.Staffed, Unknown(check)));
        }

        if (found.Latest is null || found.Latest > staffed)
        {
            Instant after = staffed + Duration.Epsilon;
            alternatives.Add(Truth.Late(Occurrence.Between(found.Earliest is { } first && first > after ? first : after, found.Latest), figures.CountersDeserted, Occurrence.NotHappened, Unknown(check)));
        }

        Truth all = alternatives.Aggregate((both, one) => both & one), any = alternatives.Aggregate((either, one) => either | one);
        return all | (any & Truth.UnknownDuring(Time.IntervalSet.All, Unknown(check)));
    }

    /// <summary>All three conditions, of which a definite no decides.</summary>
    private ScoreRange Bonus(ScoreCard card, IReadOnlyList<ICardRecord> records)
    {
        YesNo ranked = card.RankInClass is { } rank ? (rank <= figures.BonusRank).ToYesNo() : YesNo.Unknown;
        (YesNo enough, IReadOnlyList<string> items) = HasItems(card, [.. records.OfType<BonusNote>().Where(note => card.Dates.Contains(note.SeenAt))]);
        YesNo earned = Answers.All(ranked, enough, card.Highlight);
        decimal most = Math.Min(card.BonusPoints ?? figures.MostBonus, figures.MostBonus);
        if (earned == YesNo.No || most == 0)
        {
            return ScoreRange.Zero;
        }

        if (earned == YesNo.Yes && card.BonusPoints is not null)
        {
            return new ScoreRange(most, most, []);
        }

        SortedSet<string> missing = new(StringComparer.Ordinal);
        missing.UnionWith(ranked == YesNo.Unknown ? [nameof(card.RankInClass)] : []);
        missing.UnionWith(enough == YesNo.Unknown ? items : []);
        missing.UnionWith(card.Highlight == YesNo.Unknown ? [nameof(card.Highlight)] : []);
        missing.UnionWith(card.BonusPoints is null ? [nameof(card.BonusPoints)] : []);
        return new ScoreRange(0, most, [.. missing]);
    }

    /// <summary>Whether there are enough different items; one that nobody knows may be another or the same.</summary>
    private (YesNo Enough, IReadOnlyList<string> Missing) HasItems(ScoreCard card, BonusNote[] notes)
    {
        BonusNote[] possible = [.. notes.Where(note => note.Shown != YesNo.No)];
        HashSet<BonusItem> sure = [.. possible.Where(note => note.Shown == YesNo.Yes && !note.Item.IsUnknown()).Select(note => note.Item)];
        BonusNote[] unsure = [.. possible.Where(note => note.Item.IsUnknown() || !sure.Contains(note.Item))];
        int nameless = unsure.Count(note => note.Item.IsUnknown());
        int least = sure.Count == 0 && unsure.Any(note => note.Shown == YesNo.Yes) ? 1 : sure.Count;
        int most = sure.Count + nameless + unsure.Where(note => !note.Item.IsUnknown()).DistinctBy(note => note.Item).Count();
        int all = Enum.GetValues<BonusItem>().Length - 1;
        most = card.Complete == YesNo.Yes ? Math.Min(most, all) : all;
        SortedSet<string> missing = new(StringComparer.Ordinal);
        missing.UnionWith(nameless > 0 ? [nameof(BonusNote.Item)] : []);
        missing.UnionWith(unsure.Any(note => note.Shown == YesNo.Unknown) ? [nameof(BonusNote.Shown)] : []);
        missing.UnionWith(card.Complete == YesNo.Yes ? [] : [nameof(card.Complete)]);
        return (least >= figures.BonusItems ? YesNo.Yes : most < figures.BonusItems ? YesNo.No : YesNo.Unknown, [.. missing]);
    }

    private List<Deduction> Of(ScoreCard card, IReadOnlyList<ICardRecord> records, FindingWriter to) => deductions.Of(
        card,
        records,
        to.IsOn(Deductions.StandardOf("INS-13")) ? to.Breaches.Select(breach => (breach, breach.BeginningIn(card.Dates))) : [],
        to.Switches);

    /// <summary>The sections from each instant on at which any may change, the first of the month before all.</summary>
    private IEnumerable<(Instant At, ScoreRange[] Sections)> Steps(ScoreCard card, ScoreSections[] sections, List<Deduction> deductions, IEnumerable<Instant> more)
    {
        RunningSection[] running = Array.ConvertAll(sections, section => new RunningSection(section.Points(figures)));
        List<(Instant At, int Step, int Section, Deduction? Deduction, Stretch Stretch)> changes = [.. more.Append(card.Dates.Start).Select(at => (at, 0, 0, (Deduction?)null, default(Stretch)))];
        foreach (Deduction deduction in deductions)
        {
            int section = Array.FindIndex(sections, each => each.Section == deduction.Section);
            foreach (Stretch stretch in section < 0 ? default : deduction.When.Stretches)
            {
                changes.Add((stretch.Start, 1, section, deduction, stretch));
                changes.Add((stretch.End, -1, section, deduction, stretch));
            }
        }

        changes.Sort(static (left, right) => left.At.CompareTo(right.At));
        for (int i = 0; i < changes.Count && changes[i].At < Instant.MaxValue;)
        {
            Instant at = changes[i].At;
            for (; i < changes.Count && changes[i].At == at; i++)
            {
                if (changes[i].Deduction is { } deduction)
                {
                    running[changes[i].Section].Count(deduction, changes[i].Stretch.Missing, changes[i].Step);
                }
            }

            if (at >= card.Dates.Start)
            {
                yield return (at, Array.ConvertAll(running, section => section.Score(card.Complete)));
            }
        }
    }

    private static List<Instant> Edges(Truth truth)
    {
        List<Instant> edges = [];
        foreach (Stretch stretch in truth.Stretches)
        {
            edges.Add(stretch.Start);
            edges.Add(stretch.End);
        }

        return edges;
    }

    private static IEnumerable<string> Unknown(CounterCheck check) =>
    [
        .. check.FoundDeserted.IsUnknown ? [nameof(check.FoundDeserted)] : Array.Empty<string>(),
        .. check.Staffed.IsUnknown ? [nameof(check.Staffed)] : Array.Empty<string>(),
    ];

    /// <summary>Says each score until another one takes its place.</summary>
    private static void Say(IEnumerable<(Instant At, ScoreRange Score)> steps, string points, FindingWriter to)
    {
        (Instant At, ScoreRange Score)? said = null;
        foreach ((Instant at, ScoreRange score) in steps)
        {
            if (said is not { } before)
            {
                said = (at, score);
            }
            else if (!before.Score.SaysTheSame(score))
            {
                Say(before.At, at, before.Score, points, to);
                said = (at, score);
            }
        }

        Say(said!.Value.At, null, said.Value.Score, points, to);
    }

    private static void Say(Instant from, Instant? until, ScoreRange score, string points, FindingWriter to)
    {
        Interval during = new(from, until);
        if (score.IsKnown)
        {
            to.Measure(score.Most, during, points);
        }
        else
        {
            to.NoMeasure(during, score.Missing);
        }
    }

    private static string Text(decimal points) => points.ToString("0.############################", CultureInfo.InvariantCulture);
}

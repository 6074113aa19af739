using System.Collections.Concurrent;
using System.Collections.Frozen;
using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Inspection;

/// <summary>What is taken off a score card: by notes, by checks, and by the breaches that other standards found.</summary>
internal sealed class Deductions(InspectionStandards figures)
{
    private static readonly FrozenDictionary<string, Standard> ById = InspectionStandards.All.ToFrozenDictionary(standard => standard.Id, StringComparer.Ordinal);

    // Keyed by the places in handbooks from which items come: as many as there are in the checklist.
    private static readonly ConcurrentDictionary<string, Standard> BySource = new(StringComparer.Ordinal);

    private readonly ItemJudge judge = new(figures);

    /// <summary>The clauses whose breaches take points off.</summary>
    public IEnumerable<string> Clauses => figures.Breaches.Targets.Keys;

    /// <summary>Whether a section of a card is scored: it applies to the hall, and its standard is switched on.</summary>
    public static bool IsScored(ScoreSections section, ScoreCard card, Func<Standard, bool> isOn) =>
        !card.NotApplicable.Contains(section.Section) && isOn(StandardOf(section.Standard));

    /// <summary>The sections of a card that are scored.</summary>
    public static ScoreSections[] Scored(ScoreCard card, Func<Standard, bool> isOn) => [.. ScoreSections.All.Where(section => IsScored(section, card, isOn))];

    /// <summary>What the breach of a clause takes off, of which section, and for which item; null where it takes nothing off.</summary>
    public (ScoreSections Section, decimal Points, string? Item)? Of(FoundBreach breach, ScoreCard card, Func<Standard, bool> isOn)
    {
        // A fact that does not tell its hall is of the hall whose card the case has.
        if (!figures.Breaches.Targets.TryGetValue(breach.Standard, out string? target) || (breach.Fact is IHallFact { HallId: { } hall } && hall != card.HallId))
        {
            return null;
        }

        bool isItem = Checklist.TryGetItem(target, out ChecklistItem? item);
        ScoreSections section = ScoreSections.All.First(each => isItem ? each.Section == item!.Section : each.Standard == target);
        return !IsScored(section, card, isOn) || (isItem && !IsAsked(item!.Source, isOn)) ? null
            : (section, isItem ? item!.PointsIn(figures) : section.Each!(figures), isItem ? target : null);
    }

    /// <summary>All that is taken off the sections that are scored.</summary>
    /// <param name="card">The card.</param>
    /// <param name="records">What names the card.</param>
    /// <param name="breaches">The breaches that other standards found, while each takes points off.</param>
    /// <param name="isOn">Whether a standard is switched on.</param>
    public List<Deduction> Of(ScoreCard card, IReadOnlyList<ICardRecord> records, IEnumerable<(FoundBreach Found, Truth When)> breaches, Func<Standard, bool> isOn)
    {
        ScoreSections[] scored = Scored(card, isOn);
        List<Deduction> found = [];
        ILookup<(string?, string?), InspectionNote> notes = records.OfType<InspectionNote>().Where(note => card.Dates.Contains(note.SeenAt)).ToLookup(note => (note.BreachOf, note.BreachedBy));
        HashSet<(string?, string?)> matters = [];
        foreach (IGrouping<(string?, string?), (FoundBreach Found, Truth When)> matter in breaches.GroupBy(breach => ((string?)breach.Found.Standard, (string?)breach.Found.Fact.Id)))
        {
            matters.Add(matter.Key);
            found.AddRange(Matter(card, notes[matter.Key], matter, isOn));
        }

        foreach (IGrouping<(string?, string?), InspectionNote> matter in notes.Where(matter => !matters.Contains(matter.Key)))
        {
            found.AddRange(matter.Key == default ? matter.SelectMany(note => Noted(note, card, isOn)) : Matter(card, matter, [], isOn));
        }

        found.AddRange(records.OfType<QueueCheck>().Where(check => card.Dates.Contains(check.SeenAt)).SelectMany(Checked));
        found.AddRange(records.OfType<RegisterCheck>().Where(check => card.Dates.Contains(check.SeenAt)).SelectMany(Checked));
        found.RemoveAll(deduction => deduction.Most <= 0 || deduction.When.IsNever || !Array.Exists(scored, section => section.Section == deduction.Section));
        return found;
    }

    /// <summary>What a note takes off.</summary>
    private IEnumerable<Deduction> Noted(InspectionNote note, ScoreCard card, Func<Standard, bool> isOn)
    {
        if (!Checklist.TryGetItem(note.Item, out ChecklistItem? item))
        {
            return OfAnyItem(note, card, isOn);
        }

        if (!IsAsked(item.Source, isOn))
        {
            return [];
        }

        Shortfall shortfall = judge.Of(note, card, item, source => IsAsked(source, isOn));
        Truth when = shortfall.Falls switch
        {
            YesNo.No => Truth.Never,
            YesNo.Yes => From(note.SeenAt),
            _ => Unknown(note.SeenAt, shortfall.Missing),
        };
        return [new Deduction(item.Section, when, shortfall.Least, shortfall.Most, note, shortfall.Item.Id)];
    }

    /// <summary>Nobody knows which item it is: any section may lose what its dearest item costs.</summary>
    private IEnumerable<Deduction> OfAnyItem(InspectionNote note, ScoreCard card, Func<Standard, bool> isOn) => Checklist.All
        .Where(item => IsAsked(item.Source, isOn))
        .Select(item => judge.Of(note, card, item, source => IsAsked(source, isOn)))
        .Where(shortfall => shortfall.Falls != YesNo.No)
        .GroupBy(shortfall => shortfall.Item.Section)
        .Select(section => new Deduction(
            section.Key,
            Unknown(note.SeenAt, [nameof(note.Item), .. section.SelectMany(shortfall => shortfall.Missing)]),
            0,
            section.Max(shortfall => shortfall.Most),
            note,
            null));

    /// <summary>One matter takes points off once, whether a standard found it, an inspector noted it, or both.</summary>
    private List<Deduction> Matter(ScoreCard card, IEnumerable<InspectionNote> notes, IEnumerable<(FoundBreach Found, Truth When)> breaches, Func<Standard, bool> isOn)
    {
        List<Deduction> noted = [.. notes.SelectMany(note => Noted(note, card, isOn))];
        List<Deduction> taken = [];
        foreach ((FoundBreach breach, Truth when) in breaches)
        {
            if (Of(breach, card, isOn) is { } of)
            {
                // A note that costs the same in the same section makes no difference but for the time from which on.
                Deduction[] same = [.. noted.Where(note => note.Section == of.Section.Section && note.Least == of.Points && note.Most == of.Points)];
                noted.RemoveAll(same.Contains);
                taken.Add(new Deduction(of.Section.Section, same.Aggregate(when, (any, note) => any | note.When), of.Points, of.Points, breach.Fact, of.Item) { Breach = breach });
            }
        }

        Truth before = taken.Aggregate(Truth.Never, (any, one) => any | one.When);
        foreach (Deduction note in noted)
        {
            taken.Add(note with { When = note.When & !before });
            before |= note.When;
        }

        return taken;
    }

    private IEnumerable<Deduction> Checked(QueueCheck check)
    {
        YesNo over = check.AverageWait is { } average ? (average > figures.LongWait.Length).ToYesNo() : YesNo.Unknown;
        yield return new Deduction(ScoreSection.Queueing, When(over, check.SeenAt, nameof(check.AverageWait)), figures.WaitOverLimit, figures.WaitOverLimit, check, "INS-08.01");
        (decimal least, decimal most) = over switch
        {
            YesNo.Yes => (figures.TooFewCounters, figures.TooFewCounters),
            YesNo.No => (figures.Floor, figures.Floor),
            _ => (Math.Min(figures.Floor, figures.TooFewCounters), Math.Max(figures.Floor, figures.TooFewCounters)),
        };
        yield return new Deduction(ScoreSection.FloorManagement, When(check.EnoughCounters.Not(), check.SeenAt, nameof(check.EnoughCounters)), least, most, check, "INS-09.01")
        {
            Missing = least == most ? [] : [nameof(check.AverageWait)],
        };
    }

    private IEnumerable<Deduction> Checked(RegisterCheck check)
    {
        (decimal least, decimal most) = check.Settled switch
        {
            YesNo.Yes => (figures.SettledUnrecorded, figures.SettledUnrecorded),
            YesNo.No => (figures.UnsettledUnrecorded, figures.UnsettledUnrecorded),
            _ => (Math.Min(figures.SettledUnrecorded, figures.UnsettledUnrecorded), Math.Max(figures.SettledUnrecorded, figures.UnsettledUnrecorded)),
        };
        yield return new Deduction(ScoreSection.ComplaintRecords, When(check.Recorded.Not(), check.SeenAt, nameof(check.Recorded)), least, most, check, null)
        {
            Missing = least == most ? [] : [nameof(check.Settled)],
        };
    }

    private static bool IsAsked(string source, Func<Standard, bool> isOn) => isOn(BySource.GetOrAdd(source, static source => new Standard("INS-00", Severity.Minor, source)));

    public static Standard StandardOf(string id) => ById[id];

    private static Truth From(Instant instant) => Truth.During(new Interval(instant, null));

    private static Truth Unknown(Instant from, IReadOnlyList<string> missing) => Truth.UnknownDuring(Time.IntervalSet.Of(new Interval(from, null)), missing);

    private static Truth When(YesNo answer, Instant from, string name) => answer switch
    {
        YesNo.Yes => From(from),
        YesNo.No => Truth.Never,
        _ => Unknown(from, [name]),
    };
}

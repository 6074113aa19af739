using NodaTime;
using ServicePolicy.Handling;
using ServicePolicy.Time;

namespace ServicePolicy.Inspection;

/// <summary>Tells whether what an inspector noted falls short: what excuses it stands in the checklist and not in anybody's memory.</summary>
internal sealed class ItemJudge(InspectionStandards figures)
{
    // No zone is further from UTC than these.
    private static readonly Offset FirstInDay = Offset.FromHours(14), LastInDay = Offset.FromHours(-12);

    /// <summary>What a note of a known item comes to.</summary>
    /// <param name="note">The note.</param>
    /// <param name="card">The card.</param>
    /// <param name="item">The item.</param>
    /// <param name="isAsked">Whether a handbook is enforced, told by a place in it.</param>
    public Shortfall Of(InspectionNote note, ScoreCard card, ChecklistItem item, Func<string, bool> isAsked) => item.Judgement switch
    {
        ItemJudgement.Dress => Priced(item, Dress(note, card)),
        ItemJudgement.Badge => Badge(note, item),
        ItemJudgement.AtMost => Priced(item, AtMost(note, item, isAsked)),
        ItemJudgement.Within => Priced(item, Within(note, item, isAsked)),
        ItemJudgement.ValidUntil => Priced(item, Expired(note, card)),
        ItemJudgement.InspectorsPoints => Priced(item, Verdict(note), note.Points),
        _ => Priced(item, item.Conditions.HasFlag(ItemConditions.StaffFree) ? Together((note.Shortfall, nameof(note.Shortfall)), (note.StaffFree, nameof(note.StaffFree))) : Verdict(note)),
    };

    private Shortfall Priced(ChecklistItem item, (YesNo Falls, IReadOnlyList<string> Missing) told, decimal? points = null) =>
        new(told.Falls, item, points ?? item.PointsIn(figures), points ?? item.PointsIn(figures), told.Falls == YesNo.Unknown ? told.Missing : []);

    private static (YesNo Falls, IReadOnlyList<string> Missing) Verdict(InspectionNote note) => (note.Shortfall, [nameof(note.Shortfall)]);

    /// <summary>Yes if all are; otherwise those that nobody knows are missing.</summary>
    private static (YesNo Falls, IReadOnlyList<string> Missing) Together(params ReadOnlySpan<(YesNo Answer, string Name)> answers)
    {
        YesNo all = YesNo.Yes;
        List<string> missing = [];
        foreach ((YesNo answer, string name) in answers)
        {
            all = all.And(answer);
            if (answer == YesNo.Unknown)
            {
                missing.Add(name);
            }
        }

        return (all, missing);
    }

    /// <summary>Out of uniform, unless pregnant, in what the branch has set for the winter, or in what the hall has set for sellers of handsets.</summary>
    private (YesNo Falls, IReadOnlyList<string> Missing) Dress(InspectionNote note, ScoreCard card)
    {
        SortedSet<string> missing = new(StringComparer.Ordinal);
        YesNo worn = YesNo.No;
        if (note.Dress == Inspection.Dress.Uniform || note.Pregnant == YesNo.Yes)
        {
            return (YesNo.No, []);
        }

        if (note.Dress.IsUnknown())
        {
            missing.Add(nameof(note.Dress));
            worn = YesNo.Unknown;
        }

        if (note.Dress is Inspection.Dress.SetByBranch or Inspection.Dress.Unknown)
        {
            YesNo winter = IsWinter(note.SeenAt, card.Zone), excepted = card.HallType.IsAnyOf(HallType.Goutong100, HallType.GoTone);
            YesNo allowed = winter.And(excepted.Not());
            if (allowed == YesNo.Unknown)
            {
                missing.UnionWith(winter == YesNo.Unknown ? [nameof(card.Zone)] : []);
                missing.UnionWith(excepted == YesNo.Unknown ? [nameof(card.HallType)] : []);
            }

            worn = note.Dress.IsUnknown() ? worn : allowed;
        }

        if (note.Dress is Inspection.Dress.SetByHall or Inspection.Dress.Unknown)
        {
            missing.UnionWith(note.HandsetSeller == YesNo.Unknown ? [nameof(note.HandsetSeller)] : []);
            worn = note.Dress.IsUnknown() ? worn : note.HandsetSeller;
        }

        missing.UnionWith(note.Pregnant == YesNo.Unknown && worn != YesNo.Yes ? [nameof(note.Pregnant)] : []);
        return (worn.Or(note.Pregnant).Not(), [.. missing]);
    }

    /// <summary>None costs what a missing badge does, one in another place what any other shortfall does, under whichever line it was noted.</summary>
    private Shortfall Badge(InspectionNote note, ChecklistItem item)
    {
        decimal none = Checklist.GetItem(InspectionItem.Badge).PointsIn(figures), elsewhere = Checklist.GetItem(InspectionItem.BadgePosition).PointsIn(figures);
        return note.Badge switch
        {
            BadgePlace.None => new Shortfall(YesNo.Yes, Checklist.GetItem(InspectionItem.Badge), none, none, []),
            BadgePlace.Elsewhere => new Shortfall(YesNo.Yes, Checklist.GetItem(InspectionItem.BadgePosition), elsewhere, elsewhere, []),
            BadgePlace.Unknown => new Shortfall(YesNo.Unknown, item, Math.Min(none, elsewhere), Math.Max(none, elsewhere), [nameof(note.Badge)]),
            _ => new Shortfall(YesNo.No, item, 0, 0, []),
        };
    }

    private (YesNo Falls, IReadOnlyList<string> Missing) AtMost(InspectionNote note, ChecklistItem item, Func<string, bool> isAsked)
    {
        decimal[] limits = [.. item.LimitsIn(figures).Where(limit => isAsked(limit.Handbook)).Select(limit => limit.Figure)];
        return limits.Length == 0 ? (YesNo.No, [])
            : note.Measured is { } measured ? ((measured > limits.Min()).ToYesNo(), [])
            : (YesNo.Unknown, [nameof(note.Measured)]);
    }

    private (YesNo Falls, IReadOnlyList<string> Missing) Within(InspectionNote note, ChecklistItem item, Func<string, bool> isAsked)
    {
        decimal[] limits = [.. item.LimitsIn(figures).Where(limit => isAsked(limit.Handbook)).Select(limit => limit.Figure)];
        return limits.Length == 0 ? (YesNo.No, []) : Together(
            (note.Measured is { } measured ? (measured <= limits.Max()).ToYesNo() : YesNo.Unknown, nameof(note.Measured)),
            (note.BadWeather.Not(), nameof(note.BadWeather)),
            (note.BeyondCycleLane.Not(), nameof(note.BeyondCycleLane)));
    }

    private static (YesNo Falls, IReadOnlyList<string> Missing) Expired(InspectionNote note, ScoreCard card)
    {
        if (note.ValidUntil is not { } last)
        {
            return (YesNo.Unknown, [nameof(note.ValidUntil)]);
        }

        if (last == LocalDate.MaxIsoValue)
        {
            return (YesNo.No, []);
        }

        Occurrence over = LocalClock.StartOf(last.PlusDays(1), card.Zone);
        return (over.HasHappenedBy(note.SeenAt), [nameof(card.Zone)]);
    }

    /// <summary>The months of winter go over the end of the year where they begin later in it than they end.</summary>
    private YesNo IsWinter(Instant instant, string? zone)
    {
        if (zone is not null)
        {
            return IsWinter(new LocalClock(zone).DateOf(instant).Month).ToYesNo();
        }

        bool first = IsWinter(instant.WithOffset(LastInDay).Month), last = IsWinter(instant.WithOffset(FirstInDay).Month);
        return first == last ? first.ToYesNo() : YesNo.Unknown;
    }

    private bool IsWinter(int month) => figures.WinterFrom <= figures.WinterTo
        ? month >= figures.WinterFrom && month <= figures.WinterTo
        : month >= figures.WinterFrom || month <= figures.WinterTo;
}

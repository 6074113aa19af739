using NodaTime;

namespace ServicePolicy.Time.Calendars;

/// <summary>Finds all mistakes of a definition.</summary>
internal sealed class DefinitionChecks(CalendarDefinition definition)
{
    private readonly List<PolicyBuildError> errors = [];

    public static IReadOnlyList<PolicyBuildError> Of(CalendarDefinition definition)
    {
        DefinitionChecks checks = new(definition);
        checks.Check();
        return checks.errors;
    }

    private void Check()
    {
        if (string.IsNullOrWhiteSpace(definition.Key))
        {
            Mistake("SP0020", "It has no key. Name it, so that facts can.");
        }

        bool yearsUsable = CheckYears();
        CheckWeek();
        foreach (ExceptionalOpening opening in definition.Openings)
        {
            CheckWindows($"{opening.Date:uuuu-MM-dd}", opening.Windows);
            if (opening.Windows.Count == 0)
            {
                Mistake("SP0028", $"The exceptional opening of {opening.Date:uuuu-MM-dd} has no windows. Give it some, or name the date as a holiday.");
            }
        }

        CheckMakeUpDays();
        CheckDates(yearsUsable);
    }

    private bool CheckYears()
    {
        (int first, int last) = (definition.FirstYear, definition.LastYear);
        string? wrong =
            first > last ? $"It covers {first} to {last}: the last year is before the first. Exchange them."
            : first < 1 || last > 9998 ? $"It covers {first} to {last}. Years from 1 to 9998 can be covered."
            : last - first >= CalendarDefinition.MaxYears ? $"It covers {first} to {last}. At most {CalendarDefinition.MaxYears} years can be covered."
            : null;
        if (wrong is not null)
        {
            Mistake("SP0022", wrong);
        }

        if (wrong is null && definition.HolidayYears is { } known && Enumerable.Range(first, last - first + 1).Except(known).ToArray() is [_, ..] unknown)
        {
            Mistake("SP0022", $"It covers {Listed(unknown)}, whose public holidays are not known. Give them with WithYear, or cover only years with data.");
        }

        return wrong is null;
    }

    /// <summary>Years in runs: <c>2004 to 2006, 2027</c>.</summary>
    internal static string Listed(IEnumerable<int> years)
    {
        List<(int First, int Last)> runs = [];
        foreach (int year in years.Order())
        {
            if (runs.Count > 0 && runs[^1].Last == year - 1)
            {
                runs[^1] = (runs[^1].First, year);
            }
            else
            {
                runs.Add((year, year));
            }
        }

        return string.Join(", ", runs.Select(run => FormattableString.Invariant(run.First == run.Last ? (FormattableString)$"{run.First}" : $"{run.First} to {run.Last}")));
    }

    private void CheckWeek()
    {
        IsoDayOfWeek[] days = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];
        foreach (IsoDayOfWeek day in days)
        {
            IReadOnlyList<OpeningWindow> windows = definition.Week[day];
            CheckWindows(day.ToString(), windows);
            IsoDayOfWeek next = day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;
            if (windows.MaxBy(window => window.EndNanosecond) is { } late && definition.Week[next] is [var early, ..]
                && late.EndNanosecond > early.StartNanosecond + NodaConstants.NanosecondsPerDay)
            {
                Mistake("SP0024", $"Windows {late} of {day} and {early} of {next} overlap. Let one end where the other starts.");
            }
        }

        CheckWindows("ordinary hours", definition.OrdinaryHours ?? []);
        if (days.All(day => definition.Week[day].Count == 0) && definition.Openings.Count == 0 && definition.MakeUpDays.Count == 0)
        {
            Mistake("SP0025", "It has no window on any day. Give it weekly hours or openings.");
        }
    }

    private void CheckWindows(string day, IReadOnlyList<OpeningWindow> windows)
    {
        foreach (string wrong in windows.Select(window => window.Mistake()).OfType<string>())
        {
            Mistake("SP0023", $"On {day}: {wrong}");
        }

        OpeningWindow[] ordered = [.. windows.Where(window => window.Mistake() is null).OrderBy(window => window.StartNanosecond)];
        foreach ((OpeningWindow before, OpeningWindow after) in ordered.Zip(ordered.Skip(1)))
        {
            if (after.StartNanosecond < before.EndNanosecond)
            {
                Mistake("SP0024", $"On {day}: windows {before} and {after} overlap. Let one end where the other starts.");
            }
        }
    }

    private void CheckMakeUpDays()
    {
        foreach (MakeUpDay day in definition.MakeUpDays)
        {
            if (day.HoursOf is { } weekday && (weekday is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday || definition.Week[weekday].Count == 0))
            {
                Mistake("SP0028", $"Make-up day {day.Date:uuuu-MM-dd} takes the hours of {weekday}, which has none. Name an open day of the week.");
            }
        }

        LocalDate[] ordinary = [.. definition.MakeUpDays.Where(day => day.HoursOf is null).Select(day => day.Date).Order()];
        if (ordinary.Length > 0 && (definition.OrdinaryHours ?? definition.Week.Ordinary()) is not { Count: > 0 })
        {
            Mistake("SP0028", $"Make-up days, the first on {ordinary[0]:uuuu-MM-dd}, take the ordinary hours, and Monday to Friday do not share any. Set the ordinary hours, or name a day of the week.");
        }
    }

    private void CheckDates(bool yearsUsable)
    {
        HashSet<LocalDate> holidays = [.. definition.Holidays], makeUpDays = [], openings = [];
        foreach (LocalDate date in definition.MakeUpDays.Select(day => day.Date))
        {
            if (!makeUpDays.Add(date))
            {
                Mistake("SP0027", $"{date:uuuu-MM-dd} is a make-up day twice. Take one out.");
            }
            else if (holidays.Contains(date))
            {
                Mistake("SP0027", $"{date:uuuu-MM-dd} is both a holiday and a make-up day. Take one out, or close it with ClosedOn.");
            }
        }

        foreach (LocalDate date in definition.Openings.Select(opening => opening.Date))
        {
            if (!openings.Add(date))
            {
                Mistake("SP0027", $"{date:uuuu-MM-dd} is an exceptional opening twice. Put its windows together.");
            }
            else if (makeUpDays.Contains(date))
            {
                Mistake("SP0027", $"{date:uuuu-MM-dd} is both a make-up day and an exceptional opening. Take one out, or open it with OpenOn.");
            }
        }

        foreach (LocalDate date in holidays.Concat(makeUpDays).Concat(openings).Distinct().Order())
        {
            if (yearsUsable && (date.Year < definition.FirstYear || date.Year > definition.LastYear))
            {
                Mistake("SP0026", $"{date:uuuu-MM-dd} is outside the years {definition.FirstYear} to {definition.LastYear} that it covers. Extend them, or take the date out.");
            }
        }
    }

    private void Mistake(string code, string message) => errors.Add(new PolicyBuildError(code, $"Calendar '{definition.Key}': {message}"));
}

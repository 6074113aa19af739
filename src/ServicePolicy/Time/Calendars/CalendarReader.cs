using System.Globalization;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Catalogue;
using ServicePolicy.Serialization;

namespace ServicePolicy.Time.Calendars;

/// <summary>Reads one calendar from configuration; what cannot be read is reported, and left out.</summary>
internal sealed class CalendarReader(IConfigurationSection calendar, IDateTimeZoneProvider zones)
{
    private static readonly string[] Texts = ["Zone", "FirstYear", "LastYear", "HolidaysOf", "RepeatedTimes"];
    private static readonly string[] Groups = ["Hours", "Openings", "Years"];
    private static readonly string[] Lists = ["OrdinaryHours", "Holidays", "MakeUpDays"];
    private static readonly string[] Settings = [.. Texts, .. Groups, .. Lists, .. CombinationReader.Settings];
    private static readonly string[] SettingsOfAYear = ["Holidays", "MakeUpDays"];

    private static readonly (string Name, IsoDayOfWeek[] Days)[] DayNames =
    [
        ("EveryDay", [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]),
        ("MondayToFriday", [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)]),
        .. Enumerable.Range(1, 7).Select(day => (((IsoDayOfWeek)day).ToString(), new[] { (IsoDayOfWeek)day })),
    ];

    public List<PolicyBuildError> Errors { get; } = [];

    /// <summary>Whether a mistake of the definition only follows from something that could not be read.</summary>
    public bool Explains(PolicyBuildError mistake) => Errors.Any(error => error.Code == mistake.Code || (error.Code == "SP0029" && mistake.Code is "SP0025" or "SP0028"));

    public CalendarDefinition Read()
    {
        CheckForms();

        bool china = HolidaysOfChina();
        OwnYear[] years = [.. calendar.GetSection("Years").GetChildren().SelectMany(OfYear)];
        int[] known = [.. china ? Enumerable.Range(ChinaHolidays.FirstYear, ChinaHolidays.LastYear - ChinaHolidays.FirstYear + 1) : [], .. years.Select(year => year.Year)];
        (int first, int last) = (Year("FirstYear", known.Length > 0 ? known.Min() : null), Year("LastYear", known.Length > 0 ? known.Max() : null));
        if (known.Length > 0 && first <= last && last - first < CalendarDefinition.MaxYears && Enumerable.Range(first, last - first + 1).Except(known).ToArray() is [_, ..] unknown)
        {
            string data = $"for {DefinitionChecks.Listed(known.Distinct())}, and not for {DefinitionChecks.Listed(unknown)}";
            Mistake(calendar.GetSection(china ? "HolidaysOf" : "Years"), $"has data {data}. Cover only years with data, or give the holidays of the others under Years.", "SP0022");
        }

        IConfigurationSection ordinary = calendar.GetSection("OrdinaryHours");
        (DateTimeZone zone, WeeklyHours week) = (Zone(), Week());
        OpeningWindow[]? ordinaryHours = ordinary.Exists() ? Windows(ordinary) : null;
        LocalDate[] holidays = [.. Values(calendar.GetSection("Holidays")).SelectMany(Dates)];
        MakeUpDay[] makeUpDays = [.. Values(calendar.GetSection("MakeUpDays")).SelectMany(MakeUp)];
        CalendarDefinition definition = new()
        {
            Key = calendar.Key,
            Zone = zone,
            FirstYear = first,
            LastYear = last,
            HolidayYears = known.Length > 0 ? known : null,
            Week = week,
            OrdinaryHours = ordinaryHours,
            Holidays = [.. ChinaHolidays.DaysOff.Where(IsIn)],
            MakeUpDays = [.. ChinaHolidays.MakeUpDays.Where(IsIn).Select(date => new MakeUpDay(date))],
            Openings = [.. calendar.GetSection("Openings").GetChildren().SelectMany(Opening)],
            RepeatedTimes = Choice("RepeatedTimes", RepeatedTime.FirstOccurrence),
        };

        // What is nearer goes first: the notice of a year before the library's, and what the host says of itself before both.
        definition = years.OrderBy(year => year.Year).Aggregate(definition, (so, year) => so.Over(
            [.. year.Holidays.Where(IsCovered)], [.. year.MakeUpDays.Where(day => IsCovered(day.Date))]));
        HashSet<LocalDate> opened = [.. definition.Openings.Select(opening => opening.Date)];
        definition = definition with { MakeUpDays = [.. definition.MakeUpDays.Where(day => !opened.Contains(day.Date))] };
        return definition.Over(holidays, makeUpDays);

        bool IsCovered(LocalDate date) => date.Year >= first && date.Year <= last;
        bool IsIn(LocalDate date) => china && IsCovered(date);
    }

    /// <summary>The holidays and make-up days of a year.</summary>
    private IEnumerable<OwnYear> OfYear(IConfigurationSection section)
    {
        if (section.Key.Length != 4 || !int.TryParse(section.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            Mistake(section, "is no year. Write it as 2027.", "SP0022");
            return [];
        }

        foreach (IConfigurationSection setting in section.GetChildren().Where(setting => !SettingsOfAYear.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)))
        {
            Mistake(setting, $"is no setting of a year. {Refused.Suggest(setting.Key, SettingsOfAYear, "settings")}");
        }

        LocalDate[] holidays = [.. Values(section.GetSection("Holidays")).SelectMany(value => Dates(value).Where(date => IsOf(year, date, value.Section)))];
        MakeUpDay[] makeUpDays = [.. Values(section.GetSection("MakeUpDays")).SelectMany(value => MakeUp(value).Where(day => IsOf(year, day.Date, value.Section)))];
        if (holidays.All(date => date.Year != year))
        {
            Mistake(section, "has no holiday of its year. Give its holidays: a year without data is not one without holidays.", "SP0022");
        }

        return [new OwnYear(year, holidays, makeUpDays)];
    }

    private bool IsOf(int year, LocalDate date, IConfigurationSection section)
    {
        bool belongs = CalendarDefinition.IsOfNotice(date, year);
        if (!belongs)
        {
            Mistake(section, $"{date:uuuu-MM-dd} is neither in {year} nor in December before it. Give it with its own year.", "SP0026");
        }

        return belongs;
    }

    /// <summary>Reports settings that there are not, and those that are of another form than what reads them: nothing is passed over.</summary>
    private void CheckForms()
    {
        if (!calendar.HasParts())
        {
            Mistake(calendar, "is no calendar. Give a group of its settings.");
        }

        foreach (IConfigurationSection setting in calendar.GetChildren())
        {
            if (!Settings.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                Mistake(setting, $"is no setting of a calendar. {Refused.Suggest(setting.Key, Settings, "settings")}");
            }
            else if (Texts.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && setting.HasParts())
            {
                Mistake(setting, "has parts, and it is one text. Write it so.");
            }
            else if ((Texts.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && setting.IsEmpty())
                || (Lists.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && setting.IsNull())
                || setting.GetChildren().Any(part => part.IsNull()))
            {
                Mistake(setting, "is empty, or has something empty in it. Write what it is, or leave it out.");
            }
            else if (Groups.Contains(setting.Key, StringComparer.OrdinalIgnoreCase) && setting.IsText())
            {
                Mistake(setting, setting.Key.Equals("Years", StringComparison.OrdinalIgnoreCase)
                    ? "is a text. Give a group of years, each with its holidays."
                    : "is a text. Give a group of days, each with its windows.");
            }
        }
    }

    private DateTimeZone Zone()
    {
        IConfigurationSection section = calendar.GetSection("Zone");
        DateTimeZone? zone = section.Value is { Length: > 0 } id ? zones.GetZoneOrNull(id) : null;
        if (zone is null)
        {
            Mistake(section, section.Value is { Length: > 0 } other ? $"{Refused.Quote(other)} is no time zone. Write an identifier such as Asia/Shanghai." : "is missing. Write an identifier such as Asia/Shanghai.", "SP0021");
        }

        return zone ?? DateTimeZone.Utc;
    }

    private int Year(string name, int? otherwise)
    {
        IConfigurationSection section = calendar.GetSection(name);
        if (section.Value is not { Length: > 0 } text)
        {
            if (otherwise is null)
            {
                Mistake(section, "is missing. Write the year, such as 2026.", "SP0022");
            }

            return otherwise ?? 0;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            Mistake(section, $"{Refused.Quote(text)} is no year. Write it as 2026.", "SP0022");
        }

        return year;
    }

    private bool HolidaysOfChina()
    {
        IConfigurationSection section = calendar.GetSection("HolidaysOf");
        bool china = string.Equals(section.Value, "China", StringComparison.OrdinalIgnoreCase);
        if (!china && section.Value is { Length: > 0 } other)
        {
            Mistake(section, $"{Refused.Quote(other)} is not known. There is: China.");
        }

        return china;
    }

    private WeeklyHours Week()
    {
        IConfigurationSection hours = calendar.GetSection("Hours");
        foreach (IConfigurationSection unknown in hours.GetChildren().Where(child => !DayNames.Any(day => day.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))))
        {
            Mistake(unknown, $"is no day. {Refused.Suggest(unknown.Key, [.. DayNames.Select(day => day.Name)], "days")}");
        }

        WeeklyHours week = WeeklyHours.Closed;
        foreach ((string name, IsoDayOfWeek[] days) in DayNames)
        {
            if (hours.GetSection(name) is var section && section.Exists())
            {
                OpeningWindow[] windows = Windows(section);
                week = days.Aggregate(week, (changed, day) => changed.With(day, windows));
            }
        }

        return week;
    }

    private OpeningWindow[] Windows(IConfigurationSection section) => [.. Values(section).SelectMany(value =>
    {
        if (OpeningWindow.TryParse(value.Text, out OpeningWindow? window))
        {
            return new[] { window };
        }

        Mistake(value.Section, $"{Refused.Quote(value.Text)} is no window. Write it as 09:00-17:00; it may end at 24:00, or on the next day as in 22:00-06:00.");
        return [];
    })];

    private IEnumerable<LocalDate> Dates((IConfigurationSection Section, string Text) value)
    {
        string[] ends = value.Text.Split('/', StringSplitOptions.TrimEntries);
        if (ends.Length <= 2 && TryDate(ends[0], out LocalDate first) && TryDate(ends[^1], out LocalDate last)
            && Period.DaysBetween(first, last) is >= 0 and <= 366 and int more)
        {
            return Enumerable.Range(0, more + 1).Select(first.PlusDays);
        }

        Mistake(value.Section, $"{Refused.Quote(value.Text)} is no date. Write it as 2026-01-01, or a run of up to a year as 2026-02-15/2026-02-23.");
        return [];
    }

    private IEnumerable<MakeUpDay> MakeUp((IConfigurationSection Section, string Text) value)
    {
        string[] words = value.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 1 or 3 && TryDate(words[0], out LocalDate date))
        {
            if (words.Length == 1)
            {
                return [new MakeUpDay(date)];
            }

            if (words[1] == "as" && DayNames.FirstOrDefault(day => day.Name.Equals(words[2], StringComparison.OrdinalIgnoreCase)).Days is [IsoDayOfWeek hoursOf])
            {
                return [new MakeUpDay(date, hoursOf)];
            }
        }

        Mistake(value.Section, $"{Refused.Quote(value.Text)} is no make-up day. Write it as 2026-02-14, or with the hours of a day of the week as '2026-02-14 as Friday'.");
        return [];
    }

    private IEnumerable<ExceptionalOpening> Opening(IConfigurationSection section)
    {
        if (TryDate(section.Key, out LocalDate date))
        {
            return [new ExceptionalOpening(date, Windows(section))];
        }

        Mistake(section, "is no date. Write it as 2026-01-01.");
        return [];
    }

    private TChoice Choice<TChoice>(string name, TChoice otherwise)
        where TChoice : struct, Enum
    {
        IConfigurationSection section = calendar.GetSection(name);
        if (section.Value is not { Length: > 0 } text)
        {
            return otherwise;
        }

        string? found = Enum.GetNames<TChoice>().FirstOrDefault(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Mistake(section, $"{Refused.Quote(text)} is not known. There are: {string.Join(", ", Enum.GetNames<TChoice>())}.");
        }

        return found is null ? otherwise : Enum.Parse<TChoice>(found);
    }

    /// <summary>The items of a list, which is an array or one text with commas.</summary>
    internal static IEnumerable<(IConfigurationSection Section, string Text)> Values(IConfigurationSection section) => section.Value is { } text
        ? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => (section, item))
        : section.GetChildren().Select(child => (child, child.HasParts() ? "a group" : child.Value ?? string.Empty));

    private static bool TryDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    private sealed record OwnYear(int Year, LocalDate[] Holidays, MakeUpDay[] MakeUpDays);

    private void Mistake(IConfigurationSection section, string message, string code = "SP0029") =>
        Errors.Add(new PolicyBuildError(code, $"Configuration '{section.Path}' {message}"));
}

using Microsoft.Extensions.Configuration;
using ServicePolicy.Serialization;

namespace ServicePolicy.Time.Calendars;

/// <summary>Reads calendars that are made of others of the same section: a setting that says how, and a list of their keys.</summary>
internal sealed class CombinationReader(IConfigurationSection calendar)
{
    private enum Progress
    {
        None,
        Begun,
        Done,
    }

    public static IReadOnlyList<string> Settings { get; } = Enum.GetNames<Combination>();

    private readonly List<PolicyBuildError> errors = [];
    private Progress progress;

    public static bool IsOne(IConfigurationSection calendar) => calendar.GetChildren().Any(IsHow);

    /// <summary>Makes all combinations, those that others are made of first, and gives the mistakes.</summary>
    public static IReadOnlyList<PolicyBuildError> Combine(IReadOnlyList<CombinationReader> combinations, Dictionary<string, WorkingCalendar?> calendars)
    {
        Dictionary<string, CombinationReader> byKey = combinations.ToDictionary(combination => combination.Key, StringComparer.OrdinalIgnoreCase);
        foreach (CombinationReader combination in combinations)
        {
            combination.Make(calendars, byKey);
        }

        return [.. combinations.SelectMany(combination => combination.errors)];
    }

    private string Key => calendar.Key;

    private void Make(Dictionary<string, WorkingCalendar?> calendars, Dictionary<string, CombinationReader> combinations)
    {
        progress = Progress.Begun;
        IConfigurationSection how = calendar.GetChildren().First(IsHow);
        foreach (IConfigurationSection other in calendar.GetChildren().Where(setting => setting.Key != how.Key))
        {
            Mistake(other, $"stands beside '{how.Key}', which makes the whole calendar. Take one out.");
        }

        (IConfigurationSection Section, string Text)[] parts = [.. CalendarReader.Values(how)];
        if (parts.Length < 2)
        {
            Mistake(how, "takes two calendars or more. Write their keys.");
        }

        List<WorkingCalendar> made = [];
        foreach ((IConfigurationSection section, string key) in parts)
        {
            if (!calendars.ContainsKey(key))
            {
                Mistake(section, $"{Refused.Quote(key)} is no calendar of the section. {Refused.Suggest(key, calendars.Keys, "calendars")}");
            }
            else if (combinations.GetValueOrDefault(key) is { progress: Progress.Begun })
            {
                Mistake(section, $"{Refused.Quote(key)} is itself made of '{Key}'. Let none be made of itself.");
            }
            else
            {
                if (combinations.GetValueOrDefault(key) is { progress: Progress.None } first)
                {
                    first.Make(calendars, combinations);
                }

                made.AddRange(calendars[key] is { } part ? [part] : []);
            }
        }

        progress = Progress.Done;
        if (errors.Count > 0 || made.Count < parts.Length)
        {
            return;
        }

        try
        {
            Combination combination = Enum.Parse<Combination>(how.Key, ignoreCase: true);
            calendars[Key] = made.Skip(1).Aggregate(made[0], (so, part) => so.Combine(combination, Key, part));
        }
        catch (CalendarDefinitionException exception)
        {
            errors.AddRange(exception.Errors);
        }
    }

    private static bool IsHow(IConfigurationSection setting) => Settings.Contains(setting.Key, StringComparer.OrdinalIgnoreCase);

    private void Mistake(IConfigurationSection section, string message) => errors.Add(new PolicyBuildError("SP0029", $"Configuration '{section.Path}' {message}"));
}

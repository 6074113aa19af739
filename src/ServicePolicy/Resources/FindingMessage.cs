using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Resources;

/// <summary>Puts a finding into words: the frame of its kind and state around the text of its standard.</summary>
internal static class FindingMessage
{
    public static string Render(Finding finding, CultureInfo culture)
    {
        string frame = finding.State == FindingState.None ? $"Frame.{finding.Kind}" : $"Frame.{finding.State}";
        Template template = MessageTemplates.Find(frame, culture) ?? throw new InvalidOperationException($"There is no message frame '{frame}'.");
        return template.Render(name => Value(finding, name, culture));
    }

    /// <summary>A length of time in the two largest units that it has, such as <c>2 d 3 h</c>; exact to the nanosecond where it is shorter than a second.</summary>
    public static string Words(Duration duration, CultureInfo culture)
    {
        Duration size = duration < Duration.Zero ? -duration : duration;
        (long Amount, string Unit)[] units =
        [
            (size.Days, "Unit.Day"),
            (size.Hours, "Unit.Hour"),
            (size.Minutes, "Unit.Minute"),
            (size.Seconds, "Unit.Second"),
            (size.SubsecondNanoseconds, "Unit.Nanosecond"),
        ];
        IEnumerable<string> words = units.SkipWhile(unit => unit.Amount == 0).Take(2).Where(unit => unit.Amount != 0)
            .Select(unit => string.Format(CultureInfo.InvariantCulture, MessageTemplates.Text(unit.Unit, culture), unit.Amount));
        string text = string.Join(' ', words);
        return text.Length == 0 ? string.Format(CultureInfo.InvariantCulture, MessageTemplates.Text("Unit.Second", culture), 0) : text;
    }

    /// <summary>A limit as handbooks write it: hours up to three days, whole, and otherwise as any length of time.</summary>
    private static string Limit(Duration limit, CultureInfo culture) => limit.TotalHours <= 72 && limit.NanosecondOfDay % NodaConstants.NanosecondsPerHour == 0
        ? string.Format(CultureInfo.InvariantCulture, MessageTemplates.Text("Unit.Hour", culture), (int)limit.TotalHours)
        : Words(limit, culture);

    private static string? Value(Finding finding, string name, CultureInfo culture) => name switch
    {
        "id" => finding.Standard.Id,
        "source" => finding.Standard.Source,
        "text" => Text(finding, culture),
        "subject" => finding.Subject.ToString(),
        "limit" => finding.Margin.Limit is { } limit ? Limit(limit, culture) : null,
        "due" => finding.Margin.Due is { } due ? InstantPattern.ExtendedIso.Format(due) : null,
        "done" => finding.Margin.Done is { } done ? InstantPattern.ExtendedIso.Format(done) : null,
        "from" => finding.Holds is { HasStart: true } holds ? InstantPattern.ExtendedIso.Format(holds.Start) : null,
        "until" => finding.Holds is { HasEnd: true } holds ? InstantPattern.ExtendedIso.Format(holds.End) : null,
        "left" => finding.Slack is { } slack ? Words(slack, culture) : null,
        "late" => finding.Slack is { } slack && slack < Duration.Zero ? Words(slack, culture) : null,
        "amount" => finding.Amount?.ToString(),
        "value" => finding.Value?.ToString(CultureInfo.InvariantCulture),
        "class" => finding.Class,
        "winner" => finding.SupersededBy?.Id,
        "inputs" => string.Join(", ", finding.MissingInputs),
        _ => throw new InvalidOperationException($"Messages have no place '{{{name}}}'."),
    };

    private static string Text(Finding finding, CultureInfo culture)
    {
        Template? template = finding.Standard.OwnTitle is null
            ? (finding.Class is { } ground ? MessageTemplates.Find($"{finding.MessageCode}.{ground}.Text", culture) : null)
                ?? MessageTemplates.Find($"{finding.MessageCode}.Text", culture) ?? MessageTemplates.Find($"{finding.Standard.Id}.Text", culture)
            : null;
        return template?.Render(name => Value(finding, name, culture)) ?? finding.Standard.Title(culture);
    }
}

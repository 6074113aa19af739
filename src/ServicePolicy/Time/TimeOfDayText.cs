using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Time;

/// <summary>Times of day as text, such as <c>22:00</c>; seconds only where there are any.</summary>
internal static class TimeOfDayText
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Format(LocalTime time) =>
        time == new LocalTime(time.Hour, time.Minute) ? Minutes.Format(time) : LocalTimePattern.ExtendedIso.Format(time);

    public static bool TryParse(string text, out LocalTime time) =>
        Minutes.Parse(text).TryGetValue(default, out time) || LocalTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out time);
}

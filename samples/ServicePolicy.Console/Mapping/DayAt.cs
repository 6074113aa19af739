using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Samples.Mapping;

/// <summary>A day as it is written, at a time of day that is not.</summary>
internal sealed class DayAt(LocalDatePattern days, LocalTime time) : IPattern<LocalDateTime>
{
    public ParseResult<LocalDateTime> Parse(string text) => days.Parse(text).Convert(day => day + time);

    public string Format(LocalDateTime value) => days.Format(value.Date);

    public StringBuilder AppendFormat(LocalDateTime value, StringBuilder builder) => days.AppendFormat(value.Date, builder);
}

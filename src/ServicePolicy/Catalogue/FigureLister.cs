using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Time;

namespace ServicePolicy.Catalogue;

/// <summary>Lists figures as they stand.</summary>
internal sealed class FigureLister : FigureVisitor
{
    public List<Figure> Figures { get; } = [];

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        string? text = value switch
        {
            null => null,
            LocalDate date => LocalDatePattern.Iso.Format(date),
            LocalTime time => TimeOfDayText.Format(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        Figures.Add(new Figure(standard, $"{Family}:{name}", text, unit, mark));
        return value;
    }

    protected override void Mistake(string standard, string name, string message)
    {
    }
}

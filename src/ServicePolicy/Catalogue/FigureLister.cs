using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ServicePolicy.Catalogue;

/// <summary>Lists figures as they stand.</summary>
internal sealed class FigureLister : FigureVisitor
{
    public List<Figure> Figures { get; } = [];

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        Figures.Add(new Figure(standard, $"{Family}:{name}", value is null ? null : Text(value), unit, mark));
        return value;
    }

    // A date has no invariant text of its own that is ISO 8601.
    private static string? Text(object value) => value is LocalDate date ? LocalDatePattern.Iso.Format(date) : Convert.ToString(value, CultureInfo.InvariantCulture);

    protected override void Mistake(string standard, string name, string message)
    {
    }
}

using System.Globalization;

namespace ServicePolicy.Catalogue;

/// <summary>Lists figures as they stand.</summary>
internal sealed class FigureLister : FigureVisitor
{
    public List<Figure> Figures { get; } = [];

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        Figures.Add(new Figure(standard, $"{Family}:{name}", value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture), unit, mark));
        return value;
    }

    protected override void Mistake(string standard, string name, string message)
    {
    }
}

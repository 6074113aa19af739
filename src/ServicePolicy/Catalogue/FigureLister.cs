using System.Globalization;

namespace ServicePolicy.Catalogue;

/// <summary>Lists figures as they stand, and what is wrong with them.</summary>
internal sealed class FigureLister : FigureVisitor
{
    public List<Figure> Figures { get; } = [];

    public List<PolicyBuildError> Errors { get; } = [];

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        string path = $"{Family}:{name}";
        if (value is null && mark != FigureMark.Unset)
        {
            Mistake(standard, name, "it is null. Give a figure, or switch the standard off.");
        }

        Figures.Add(new Figure(standard, path, Convert.ToString(value, CultureInfo.InvariantCulture), unit, mark));
        return value;
    }

    protected override void Mistake(string standard, string name, string message) =>
        Errors.Add(new PolicyBuildError("SP0005", $"Figure {Family}:{name} of {standard}: {message}"));
}

using ServicePolicy.Time;

namespace ServicePolicy.Catalogue;

/// <summary>Gives every limit without a warning point of its own that of all standards.</summary>
internal sealed class WarningVisitor(decimal point) : FigureVisitor
{
    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default => value is TimeLimit limit ? (T)(object)limit.WithDefaultWarning(point) : value;

    protected override void Mistake(string standard, string name, string message)
    {
    }
}

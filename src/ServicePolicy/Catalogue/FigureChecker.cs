namespace ServicePolicy.Catalogue;

/// <summary>Finds what is wrong with figures.</summary>
internal sealed class FigureChecker : FigureVisitor
{
    public List<PolicyBuildError> Errors { get; } = [];

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        if (value is null && mark != FigureMark.Unset)
        {
            Mistake(standard, name, "it is null. Give a figure, or switch the standard off.");
        }

        return value;
    }

    protected override void Mistake(string standard, string name, string message) =>
        Errors.Add(new PolicyBuildError("SP0005", $"Figure {Family}:{name} of {standard}: {message}"));
}

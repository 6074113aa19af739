using Microsoft.Extensions.Configuration;

namespace ServicePolicy.Catalogue;

/// <summary>Reads figures from configuration, keeping the value where it says nothing.</summary>
internal sealed class FigureReader(IConfiguration configuration) : FigureVisitor
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public List<PolicyBuildError> Errors { get; } = [];

    /// <summary>Reports every key that is no figure, so that a misspelt one is not passed over.</summary>
    public void ReportUnknown()
    {
        foreach (IConfigurationSection family in configuration.GetChildren())
        {
            foreach (string path in family.GetChildren().Select(figure => $"{family.Key}:{figure.Key}").DefaultIfEmpty(family.Key).Where(path => !known.Contains(path)))
            {
                Errors.Add(new PolicyBuildError("SP0012", $"Configuration '{path}' is no figure. The figures are: {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
            }
        }
    }

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        string path = $"{Family}:{name}";
        known.Add(path);
        if (configuration[path] is not { Length: > 0 } text)
        {
            return value;
        }

        T? read = parse(text);
        if (read is null)
        {
            Mistake(standard, name, $"'{text}' is not usable. Write it as: {unit}.");
            return value;
        }

        return read;
    }

    protected override void Mistake(string standard, string name, string message) =>
        Errors.Add(new PolicyBuildError("SP0005", $"Configuration '{Family}:{name}' of {standard}: {message}"));
}

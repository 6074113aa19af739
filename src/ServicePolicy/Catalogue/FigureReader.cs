using Microsoft.Extensions.Configuration;
using ServicePolicy.Serialization;

namespace ServicePolicy.Catalogue;

/// <summary>Reads figures from configuration, keeping the value where it says nothing.</summary>
internal sealed class FigureReader(IConfiguration configuration) : FigureVisitor
{
    /// <summary>The names of the figures, by family.</summary>
    private readonly Dictionary<string, List<string>> known = new(StringComparer.OrdinalIgnoreCase);

    public List<PolicyBuildError> Errors { get; } = [];

    /// <summary>Reports every key that is no figure, so that a misspelt one is not passed over.</summary>
    public void ReportUnknown()
    {
        foreach (IConfigurationSection family in configuration.GetChildren())
        {
            if (!known.TryGetValue(family.Key, out List<string>? figures))
            {
                Unknown(family.Key, "family of figures", family.Key, [.. known.Keys], "families");
            }
            else if (!family.HasParts())
            {
                Errors.Add(new PolicyBuildError("SP0016", $"Configuration '{family.Key}' is a family of figures. Give those that it has, such as '{family.Key}:{figures[0]}', or leave it out."));
            }
            else
            {
                foreach (IConfigurationSection figure in family.GetChildren().Where(figure => !figures.Contains(figure.Key, StringComparer.OrdinalIgnoreCase)))
                {
                    Unknown($"{family.Key}:{figure.Key}", "figure", figure.Key, figures, "figures");
                }
            }
        }
    }

    protected override T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse)
        where T : default
    {
        if (!known.TryGetValue(Family, out List<string>? figures))
        {
            known.Add(Family, figures = []);
        }

        figures.Add(name);
        if (configuration.GetSection(Family).Find(name) is not { } section)
        {
            return value;
        }

        if (section.HasParts() || section.IsEmpty())
        {
            Mistake(standard, name, $"it {(section.HasParts() ? "has parts" : "is empty")}, and a figure is one text. Write it as: {unit}. Or leave it out.");
            return value;
        }

        T? read = parse(section.Value!);
        if (read is null)
        {
            Mistake(standard, name, $"{Refused.Quote(section.Value!)} is not usable. Write it as: {unit}.");
            return value;
        }

        return read;
    }

    protected override void Mistake(string standard, string name, string message) =>
        Errors.Add(new PolicyBuildError("SP0005", $"Configuration '{Family}:{name}' of {standard}: {message}"));

    private void Unknown(string path, string what, string name, IReadOnlyCollection<string> names, string noun) =>
        Errors.Add(new PolicyBuildError("SP0012", $"Configuration '{path}' is no {what}. {Refused.Suggest(name, names, noun)}"));
}

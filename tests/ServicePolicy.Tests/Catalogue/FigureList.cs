using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;

namespace ServicePolicy.Tests.Catalogue;

/// <summary>The figures of a family, listed and read from configuration by the one walk of the family.</summary>
internal static class FigureList
{
    public static IEnumerable<string> Of(string family, Action<FigureVisitor> through)
    {
        FigureLister lister = new() { Family = family };
        through(lister);
        return lister.Figures.Select(figure => $"{figure.Standard} {figure.Path[(family.Length + 1)..]} = {figure.Value} {figure.Mark}");
    }

    /// <summary>What is read from configuration, and the mistakes in it.</summary>
    public static (TStandards Read, IReadOnlyList<string> Errors) Read<TStandards>(string family, Func<FigureVisitor, TStandards> through, params (string Name, string Value)[] figures)
    {
        FigureReader reader = new(new ConfigurationBuilder().AddInMemoryCollection(figures.Select(figure => new KeyValuePair<string, string?>($"{family}:{figure.Name}", figure.Value))).Build())
        {
            Family = family,
        };
        TStandards read = through(reader);
        reader.ReportUnknown();
        return (read, [.. reader.Errors.Select(error => error.ToString())]);
    }

    /// <summary>What is wrong with the figures of a family.</summary>
    public static IReadOnlyList<string> Mistakes(string family, Action<FigureVisitor> through)
    {
        FigureChecker checker = new() { Family = family };
        through(checker);
        return [.. checker.Errors.Select(error => error.ToString())];
    }
}

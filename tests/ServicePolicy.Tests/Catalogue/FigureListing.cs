using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;

namespace ServicePolicy.Tests.Catalogue;

/// <summary>Walks over the figures of one family.</summary>
internal static class FigureListing
{
    /// <summary>Each figure on a line: standard, path, value, mark.</summary>
    public static IEnumerable<string> Lines(string family, Action<FigureVisitor> through) =>
        Figures(family, through).Select(figure => $"{figure.Standard} {figure.Path} = {figure.Value} {figure.Mark}");

    public static IReadOnlyList<Figure> Figures(string family, Action<FigureVisitor> through)
    {
        FigureLister lister = new() { Family = family };
        through(lister);
        return lister.Figures;
    }

    /// <summary>A reader of some figures of the family, in their order.</summary>
    public static FigureReader Reader(string family, Action<FigureVisitor> through, params string[] values) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(Figures(family, through).Zip(values, (figure, value) => new KeyValuePair<string, string?>(figure.Path, value)))
        .Build())
    {
        Family = family,
    };

    public static IReadOnlyList<string> Mistakes(string family, Action<FigureVisitor> through)
    {
        FigureChecker checker = new() { Family = family };
        through(checker);
        return [.. checker.Errors.Select(error => error.ToString())];
    }
}

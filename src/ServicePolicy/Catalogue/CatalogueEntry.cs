namespace ServicePolicy.Catalogue;

/// <summary>A standard as an engine has it.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Family">The name of its rule set.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="IsSwitchedOn">Whether the host enforces it.</param>
public sealed record CatalogueEntry(Standard Standard, string Family, IReadOnlyList<Figure> Figures, bool IsSwitchedOn)
{
    /// <summary>Whether any of its rules has the figures that it needs; of a standard that lacks some the other parts are enforced, and one that lacks all is not.</summary>
    public bool IsConfigured { get; init; } = Figures.Count == 0 || Figures.Any(figure => figure.Value is not null);

    /// <summary>Whether it decides anything in the engine.</summary>
    public bool IsEnforced => IsSwitchedOn && IsConfigured;
}

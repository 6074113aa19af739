namespace ServicePolicy.Catalogue;

/// <summary>A standard as an engine has it.</summary>
/// <param name="Standard">The standard.</param>
/// <param name="Family">The name of its rule set.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="IsSwitchedOn">Whether the host enforces it.</param>
public sealed record CatalogueEntry(Standard Standard, string Family, IReadOnlyList<Figure> Figures, bool IsSwitchedOn)
{
    /// <summary>Whether all its figures are set; a standard that lacks one is not enforced.</summary>
    public bool IsConfigured => Figures.All(figure => figure.Value is not null);

    /// <summary>Whether it decides anything in the engine.</summary>
    public bool IsEnforced => IsSwitchedOn && IsConfigured;
}

namespace ServicePolicy.Inspection;

/// <summary>The figure that a handbook gives for an item of the checklist.</summary>
/// <param name="Handbook">The short name of the handbook; its figure counts where the handbook is enforced.</param>
/// <param name="Figure">The figure, in the unit of the item.</param>
public readonly record struct ItemLimit(string Handbook, decimal Figure);

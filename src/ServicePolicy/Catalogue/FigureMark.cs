namespace ServicePolicy.Catalogue;

/// <summary>Where a figure comes from.</summary>
public enum FigureMark : byte
{
    /// <summary>The handbook gives it.</summary>
    Given,

    /// <summary>The handbook gives only a word or nothing; the figure is our default.</summary>
    Assumed,

    /// <summary>The handbook implies it; the exact reading is ours.</summary>
    Ours,

    /// <summary>The handbook's figure is lost: there is no default, and the clause is not enforced until a host sets it.</summary>
    Unset,
}

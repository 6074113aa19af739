namespace ServicePolicy.Serialization;

/// <summary>Where a fact stands in its case; made text only for messages.</summary>
/// <param name="Name">The property of the case; empty where the fact is the whole.</param>
/// <param name="Index">The position in its list, if it stands in one.</param>
internal readonly record struct FactPlace(string Name, int? Index = null)
{
    private const int MostCharacters = 200;

    public static FactPlace Whole { get; } = new(string.Empty);

    public static FactPlace Root { get; } = new("root");

    public static FactPlace Facts { get; } = new("facts");

    /// <summary>The place of a property, and of what is inside it, such as <c>facts[1].amount</c>.</summary>
    public string Of(string property, string? inside = null)
    {
        string own = ToString();
        string path = own.Length == 0 ? property + inside : $"{own}.{property}{inside}";
        return path.Length > MostCharacters ? $"{path[..MostCharacters]}…" : path;
    }

    public override string ToString() => Index is { } index ? $"{Name}[{index}]" : Name;
}

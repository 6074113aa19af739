namespace ServicePolicy.Serialization;

/// <summary>Where a fact stands in its case; made text only for messages.</summary>
/// <param name="Name">The property of the case; empty where the fact is the whole.</param>
/// <param name="Index">The position in its list, if it stands in one.</param>
internal readonly record struct FactPlace(string Name, int? Index = null)
{
    private const int MostCharacters = 200;

    /// <summary>What stands between the names of a path.</summary>
    private const string Marks = ".[]…";

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

    /// <summary>The place of a name that is none of the fact's; that of the fact where the name would make the path ambiguous.</summary>
    public string OfUnknown(string name) => name.AsSpan().IndexOfAny(Marks) < 0 ? Of(name) : ToString();

    /// <summary>A path as a JSON pointer; one that was cut is that of what can still be told.</summary>
    public static string JsonPointer(string path)
    {
        string whole = path.EndsWith('…') ? path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))] : path;
        return whole.Length == 0 ? string.Empty
            : $"/{whole.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal).Replace('[', '/').Replace('.', '/')}";
    }

    public override string ToString() => Index is { } index ? $"{Name}[{index}]" : Name;
}

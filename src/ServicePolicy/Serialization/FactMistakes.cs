namespace ServicePolicy.Serialization;

/// <summary>Collects what is wrong with a text, so that several mistakes are told together; nothing is allocated while there is none.</summary>
internal ref struct FactMistakes(JsonText text)
{
    /// <summary>Who makes more is told the rest when these are mended.</summary>
    private const int Most = 20;

    private readonly JsonText text = text;
    private List<(FactMistake Shown, FactMistake Hidden)>? found;
    private bool hidesValues;

    public readonly int Count => found?.Count ?? 0;

    /// <summary>
    /// Has messages show no value of the text: some fact of it holds secrets, or may, since nobody knows what it is. What stands in the wrong place may
    /// then be one of them, whatever that place is.
    /// </summary>
    public void HideValues() => hidesValues = true;

    /// <summary>Adds a mistake whose message has nothing of the text but names that are known.</summary>
    public void Add(long offset, string path, string message) => Add(offset, (path, message), (path, message));

    /// <summary>Adds a mistake as it is told where values may be shown, and where they may not.</summary>
    public void Add(long offset, (string Path, string Message) shown, (string Path, string Message) hidden)
    {
        if (Count < Most)
        {
            (found ??= []).Add((text.Mistake(offset, shown.Path, shown.Message), text.Mistake(offset, hidden.Path, hidden.Message)));
        }
    }

    public readonly void ThrowIfAny()
    {
        if (found is not null)
        {
            throw new FactFormatException([.. hidesValues ? found.Select(mistake => mistake.Hidden) : found.Select(mistake => mistake.Shown)]);
        }
    }
}

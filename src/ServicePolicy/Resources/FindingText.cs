namespace ServicePolicy.Resources;

/// <summary>What a standard says in findings of one kind or state, in its frame.</summary>
internal sealed class FindingText(FindingTextKey key, Template own, Template frame, string title)
{
    private readonly Template whole = frame.With(key.Standard, own);
    private readonly Template titled = frame.With(key.Standard, Template.Literal(title));

    public FindingTextKey Key { get; } = key;

    /// <summary>The text for a finding: a text that speaks of a limit says nothing where nobody can tell which limit it is, and the title stands there instead.</summary>
    public Template For(in FindingValues values) => own.IsFilled(values) ? whole : titled;
}

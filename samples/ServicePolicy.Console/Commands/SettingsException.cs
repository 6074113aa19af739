namespace ServicePolicy.Samples.Commands;

/// <summary>There are mistakes in settings: all of them.</summary>
internal sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(" | ", mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}

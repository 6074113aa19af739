using System.Globalization;
using ServicePolicy.Resources;

namespace ServicePolicy;

/// <summary>One clause of a service handbook.</summary>
/// <remarks>Equality is by <see cref="Id"/>, severity and source. The Id is permanent.</remarks>
/// <param name="Id">The permanent identifier, such as <c>CMP-05</c>.</param>
/// <param name="Severity">How much a departure from it matters.</param>
/// <param name="Source">Short name and place in the handbook, such as <c>ZJ principles 3</c>.</param>
public sealed record Standard(string Id, Severity Severity, string Source)
{
    /// <summary>The part of the Id before the dash: <c>CMP</c> of <c>CMP-05</c>.</summary>
    public string Family => Id.IndexOf('-', StringComparison.Ordinal) is > 0 and int dash ? Id[..dash] : Id;

    /// <summary>The short names of the handbooks it comes from: <c>ZJ</c> and <c>GT</c> of <c>ZJ promise 2; GT ex.5 item 9</c>.</summary>
    public IReadOnlyList<string> Handbooks { get; } =
        [.. Source.Split("; ").Select(place => place.Split(' ')[0]).Where(word => word.Length > 0 && word.All(char.IsAsciiLetterUpper)).Distinct()];

    /// <summary>The clause that another handbook sets differently, if any.</summary>
    public string? DiffersFrom { get; init; }

    /// <summary>The title in English, for a standard of the host's own.</summary>
    /// <value><see langword="null"/> for the standards of the catalogue: their titles are resources.</value>
    public string? OwnTitle { get; init; }

    /// <summary>The title in <paramref name="culture"/>.</summary>
    public string Title(CultureInfo culture) => OwnTitle ?? MessageTemplates.Title(Id, culture);
}

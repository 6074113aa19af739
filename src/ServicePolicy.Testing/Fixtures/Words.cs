using System.Text.Json;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>The words of the JSON format, for people.</summary>
internal static class Words
{
    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The state of a finding, or its kind where that has none.</summary>
    public static string Says(Finding finding) => Says(finding.Kind, finding.State);

    /// <inheritdoc cref="Says(Finding)"/>
    public static string Says(FindingKind kind, FindingState state) => Camel(state == FindingState.None ? kind.ToString() : state.ToString());

    public static IReadOnlyList<string> Of<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(Camel)];
}

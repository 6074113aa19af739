using System.Collections.Frozen;

namespace ServicePolicy.Handling;

/// <summary>The operation codes of the handbook and what each means for the handling limits (HB ch.4 s.1).</summary>
public static class OperationCodes
{
    private static readonly FrozenDictionary<string, OperationKind> Kinds = new Dictionary<OperationKind, string[]>
    {
        [OperationKind.Payment] = ["1302", "1333"],
        [OperationKind.Query] = ["1285", "1354", "1500", "1522", "1548", "1549", "1557", "2122", "8783"],
        [OperationKind.ServiceChange] =
        [
            "1104", "e199", "1121", "1210", "1213", "1220", "1247", "1267", "1270", "1507", "1936", "1937", "1956", "2420", "3356", "3381", "123f", "b083",
        ],
    }.SelectMany(kind => kind.Value.Select(code => KeyValuePair.Create(code, kind.Key))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Kinds.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The kind of operation that a code means, in capital or small letters.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static OperationKind GetKind(string code) => TryGetKind(code, out OperationKind kind)
        ? kind
        : throw new KeyNotFoundException($"There is no operation code '{code}'. Correct it, or give the kind of operation. The codes are: {string.Join(", ", All)}.");

    /// <summary>The kind of operation that a code means; the one given where there is no code.</summary>
    internal static OperationKind KindOf(string? code, OperationKind given) => code is not null && TryGetKind(code, out OperationKind kind) ? kind : given;

    /// <summary>The kind of operation that a code means, if there is such a code.</summary>
    public static bool TryGetKind(string code, out OperationKind kind) => Kinds.TryGetValue(code, out kind);
}

namespace ServicePolicy.NRules;

/// <summary>Identifies facts by type and Id, so that a changed copy updates the fact it was copied from; all else by its own equality.</summary>
internal sealed class FactKeyComparer : IEqualityComparer<object>
{
    public static FactKeyComparer Instance { get; } = new();

    public static bool Same(IFact left, IFact right) => ReferenceEquals(left, right) || (left.GetType() == right.GetType() && left.Id == right.Id);

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y)
        || (x is IFact left && y is IFact right ? Same(left, right) : Equals(x, y));

    int IEqualityComparer<object>.GetHashCode(object obj) =>
        obj is IFact fact ? HashCode.Combine(fact.GetType(), fact.Id) : obj.GetHashCode();
}

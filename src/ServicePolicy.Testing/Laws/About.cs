namespace ServicePolicy.Testing.Laws;

/// <summary>A standard and what it speaks of.</summary>
internal readonly record struct About(string Standard, FactKey Subject) : IComparable<About>
{
    public int CompareTo(About other) => string.CompareOrdinal(ToString(), other.ToString());

    public override string ToString() => $"{Standard} of {Subject}";
}

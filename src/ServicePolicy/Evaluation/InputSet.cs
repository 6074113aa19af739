using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ServicePolicy.Evaluation;

/// <summary>The names of missing inputs, sorted and without repeats.</summary>
internal sealed class InputSet : IEquatable<InputSet>
{
    // Keyed by the argument expressions that the compiler writes into calls: as many as there are such calls in the code.
    private static readonly ConcurrentDictionary<string, InputSet> ByExpression = new(StringComparer.Ordinal);

    private InputSet(ImmutableArray<string> names) => Names = names;

    public ImmutableArray<string> Names { get; }

    public static InputSet Of(params IEnumerable<string> names) =>
        new([.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>The input that an expression such as <c>complaint.Resolved</c> reads: <c>Resolved</c>.</summary>
    public static InputSet OfExpression(string expression) =>
        ByExpression.GetOrAdd(expression, static text => Of(text[(text.LastIndexOf('.') + 1)..].Trim()));

    public InputSet Union(InputSet? other) => other is null || Equals(other) ? this : Of(Names.Concat(other.Names));

    public bool Equals(InputSet? other) => other is not null && (ReferenceEquals(this, other) || Names.AsSpan().SequenceEqual(other.Names.AsSpan()));

    public override bool Equals(object? obj) => Equals(obj as InputSet);

    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name.GetHashCode(StringComparison.Ordinal)));

    public override string ToString() => string.Join(", ", Names);
}

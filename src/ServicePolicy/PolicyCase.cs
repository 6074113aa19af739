using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ServicePolicy;

/// <summary>A set of facts that are decided together, with one root fact.</summary>
/// <remarks>
/// Immutable and safe to share. Joins and collections never leave a case. Problems of the facts are found when it is made, and
/// thrown, all of them, when it is evaluated.
/// </remarks>
public sealed class PolicyCase
{
    private static readonly int[] OnlyRoot = [0];
    private readonly Dictionary<Type, int[]>? byType;
    private readonly Type[] present;
    private readonly FactProblems problems;

    /// <summary>A case of a root fact and any others, in any order.</summary>
    public PolicyCase(IFact root, params IEnumerable<IFact> others)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(others);
        Facts = others.TryGetNonEnumeratedCount(out int count) && count == 0 ? [root] : [root, .. others];
        if (Facts.Length == 1)
        {
            problems.CheckFact(root);
            present = [root.GetType()];
            return;
        }

        byType = [];
        Dictionary<Type, (HashSet<string> Ids, List<int> Positions)> types = [];
        for (int i = 0; i < Facts.Length; i++)
        {
            IFact fact = Facts[i] ?? throw new ArgumentException($"Fact {i} of the case is null. Leave it out.", nameof(others));
            problems.CheckFact(fact);
            ref (HashSet<string> Ids, List<int> Positions) type = ref CollectionsMarshal.GetValueRefOrAddDefault(types, fact.GetType(), out bool known);
            type = known ? type : (new HashSet<string>(StringComparer.Ordinal), []);
            type.Positions.Add(i);
            if (!string.IsNullOrEmpty(fact.Id) && !type.Ids.Add(fact.Id))
            {
                problems.Add(fact, nameof(IFact.Id), "two facts of the case share this key. Give each its own Id, or leave the repeat out.");
            }
        }

        foreach ((Type type, (_, List<int> positions)) in types)
        {
            byType.Add(type, [.. positions]);
        }

        present = [.. byType.Keys];
    }

    /// <summary>The fact that the case is about; it selects the edition of the figures.</summary>
    public IFact Root => Facts[0];

    /// <summary>All facts, the root first.</summary>
    public ImmutableArray<IFact> Facts { get; }

    /// <summary>The positions of the facts of one type, or of all types that have an interface.</summary>
    internal int[] Of(Type type) => type.IsInterface
        ? [.. Enumerable.Range(0, Facts.Length).Where(i => type.IsInstanceOfType(Facts[i]))]
        : byType is not null ? byType.GetValueOrDefault(type, []) : type == present[0] ? OnlyRoot : [];

    /// <summary>The types of the facts.</summary>
    internal ReadOnlySpan<Type> Types => present;

    /// <summary>Whether there is a fact of a type, or of one that has an interface; a case has few types, so that a scan beats a look-up.</summary>
    internal bool Has(Type type)
    {
        foreach (Type own in present)
        {
            if (own == type || (type.IsInterface && type.IsAssignableFrom(own)))
            {
                return true;
            }
        }

        return false;
    }

    internal void ThrowIfImpossible() => problems.ThrowIfAny();
}

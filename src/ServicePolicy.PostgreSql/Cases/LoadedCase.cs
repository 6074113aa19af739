using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A case as it was read.</summary>
/// <param name="State">What is kept besides the facts.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="FaultDue">The instant for which it could not be decided.</param>
/// <param name="Tries">How often it could not be.</param>
/// <param name="Facts">The last version of each fact.</param>
internal sealed record LoadedCase(CaseState State, long? ClosedAt, long? FaultDue, int Tries, List<FactRow> Facts)
{
    public PolicyCase Read(FactTypes types) => Build(Facts, types);

    /// <summary>The facts once some are added, or take the place of those with their key.</summary>
    /// <returns>All facts, and of the given those that are new.</returns>
    public (List<FactRow> All, List<FactRow> Added) With(IEnumerable<FactRow> given)
    {
        List<FactRow> all = [.. Facts], added = [];
        foreach (FactRow fact in given)
        {
            int index = all.FindIndex(other => other.Type == fact.Type && other.Id == fact.Id);
            FactRow placed = fact with { IsRoot = index >= 0 && all[index].IsRoot };
            if (index < 0)
            {
                all.Add(placed);
                added.Add(placed);
            }
            else if (all[index].Json != placed.Json)
            {
                all[index] = placed;
                added.Add(placed);
            }
        }

        return (all, added);
    }

    public static PolicyCase Build(IEnumerable<FactRow> facts, FactTypes types)
    {
        IFact? root = null;
        List<IFact> others = [];
        foreach (FactRow row in facts)
        {
            IFact fact = PolicyJson.ReadFact(row.Json, types);
            if (row.IsRoot)
            {
                root = fact;
            }
            else
            {
                others.Add(fact);
            }
        }

        return new PolicyCase(root!, others);
    }
}

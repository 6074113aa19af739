using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Plans;

/// <summary>Turns rule sets into a plan, and finds every mistake on the way.</summary>
internal sealed class PlanBuilder
{
    private readonly List<PolicyBuildError> errors;
    private readonly Standard[] standards;
    private readonly Dictionary<string, int> indices;
    private readonly Rule[] rules;
    private readonly Concern[] concerns;

    /// <summary>Takes the rules of the standards that are switched on.</summary>
    public PlanBuilder(IReadOnlyList<RuleSet> sets, Func<Standard, bool> isOn, List<PolicyBuildError> errors)
    {
        this.errors = errors;
        List<Standard> all = [];
        indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (RuleSet set in sets)
        {
            foreach (Standard standard in set.Standards)
            {
                if (indices.TryAdd(standard.Id, 0))
                {
                    all.Add(standard);
                }
                else
                {
                    Error("SP0004", $"Standard '{standard.Id}' is defined {sets.Sum(each => each.Standards.Count(other => other.Id == standard.Id))} times. Give each standard its own Id.");
                }
            }
        }

        all.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        standards = [.. all];
        for (int i = 0; i < standards.Length; i++)
        {
            indices[standards[i].Id] = i;
        }

        foreach (Rule rule in sets.SelectMany(set => set.Rules))
        {
            Check(rule);
        }

        List<Rule> wanted = [];
        foreach (RuleSet set in sets)
        {
            foreach (Rule rule in set.Rules)
            {
                if (rule.HasBody && !rule.IsLeftOut && rule.Writes.All(indices.ContainsKey) && (rule is SettlementRule || isOn(Asked(rule))))
                {
                    wanted.Add(rule);
                }
            }
        }

        rules = [.. wanted];
        concerns = [.. sets.SelectMany(set => set.Concerns)];
    }

    /// <summary>The standard of a rule, as far as the handbooks that ask for the rule have it.</summary>
    private Standard Asked(Rule rule)
    {
        Standard standard = standards[indices[rule.StandardId]];
        return rule.Handbooks.Count == 0 ? standard : new Standard(standard.Id, standard.Severity, string.Join("; ", rule.Handbooks));
    }

    /// <summary>The plan, or <see langword="null"/> where there were mistakes.</summary>
    public Plan? Build(PolicyVersion version, PlanSettings settings)
    {
        Dictionary<string, List<Rule>> byStandard = new(StringComparer.Ordinal);
        foreach (Rule rule in rules)
        {
            if (rule is not SettlementRule)
            {
                if (!byStandard.TryGetValue(rule.StandardId, out List<Rule>? same))
                {
                    byStandard.Add(rule.StandardId, same = []);
                }

                same.Add(rule);
            }
        }

        SettlementRule[] settlements = [.. rules.OfType<SettlementRule>()];
        foreach (string twice in settlements.SelectMany(settlement => settlement.Writes).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Error("SP0008", $"The claims of standard '{twice}' are settled by more than one settlement. Name it in one.");
        }

        List<object> order = Order(byStandard, settlements);
        if (errors.Count > 0)
        {
            return null;
        }

        HashSet<string> claimed = [.. settlements.SelectMany(settlement => settlement.Writes)];
        HashSet<string> consumed = [.. claimed];
        HashSet<string> asked = [.. claimed];
        foreach (Consumption consumption in rules.SelectMany(rule => rule.Consumptions))
        {
            asked.Add(consumption.Standard);
            if (!SeesAllAtAnInstant(consumption, byStandard))
            {
                consumed.Add(consumption.Standard);
            }
        }

        asked.UnionWith(rules.SelectMany(rule => rule.BreachesOf));
        List<PlanNode> free = [], others = [];
        (int Own, int Settled)[] slotsOf = new (int, int)[standards.Length];
        for (int i = 0; i < slotsOf.Length; i++)
        {
            slotsOf[i] = (Plan.NoSlot, Plan.NoSlot);
        }

        int slots = 0;
        foreach (object node in order)
        {
            List<Rule> same = node is SettlementRule settlement ? [settlement] : byStandard[(string)node];
            bool isFree = same.TrueForAll(rule => rule.IsFree);
            int slot = isFree ? Plan.Free : same[0].Writes.Any(asked.Contains) ? slots++ : Plan.NoSlot;
            (isFree ? free : others).Add(new PlanNode(node is string id ? (short)indices[id] : null, same.Select(rule => rule.First).Distinct(), slot, () => [.. same.Select((rule, i) => Compile(rule, isFree, same.Count == 1 ? 0 : i + 1))]) { IsGraded = same.Exists(rule => rule.Severity is not null) });
            foreach (string written in same[0].Writes)
            {
                ref (int Own, int Settled) of = ref slotsOf[indices[written]];
                of = node is SettlementRule ? (of.Own, slot) : (slot, of.Settled);
            }
        }

        WarningLadder?[]? ladders = settings.Ladders.Count == 0 ? null : [.. standards.Select(standard => settings.Ladders.GetValueOrDefault(standard.Id))];
        return new Plan(standards, [.. free, .. others], slotsOf, slots, version, settings with { LadderOf = ladders }) { Concerns = concerns };

        CompiledRule Compile(Rule rule, bool isFree, int part)
        {
            CompiledRule compiled = rule is SettlementRule settlement
                ? settlement.Compile(Indices(settlement.Writes), settlement.Excess is { } over ? (short)indices[over] : (short)-1)
                : rule.Compile(
                    new RulePlace((short)indices[rule.StandardId], (short)part, consumed.Contains(rule.StandardId), claimed.Contains(rule.StandardId)),
                    Indices([.. rule.Consumptions.Select(consumption => consumption.Standard)]));
            compiled.IsFree = isFree;
            compiled.BreachesOf = Indices(rule.BreachesOf);
            return compiled;
        }
    }

    private short[] Indices(IReadOnlyList<string> ids)
    {
        short[] found = new short[ids.Count];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = (short)indices[ids[i]];
        }

        return found;
    }

    private void Check(Rule rule)
    {
        if (!rule.HasBody)
        {
            Error("SP0006", $"Rule '{rule.Name}' yields nothing. End it with Yield.");
        }

        if (!rule.First.IsSealed)
        {
            Error("SP0007", $"Rule '{rule.Name}' looks at '{rule.First.Name}', which is not sealed. Rules match facts by their exact type: seal it.");
        }

        foreach (string id in rule.Writes.Where(id => !indices.ContainsKey(id)))
        {
            Error("SP0002", $"Rule '{rule.Name}' decides the unknown standard '{id}'. Name it among the standards of a rule set.");
        }

        foreach (string unknown in rule.Consumptions.Select(consumption => consumption.Standard).Concat(rule.BreachesOf).Where(id => !indices.ContainsKey(id)))
        {
            Error("SP0003", $"Rule '{rule.Name}' consumes the unknown standard '{unknown}'. Name it among the standards of a rule set.");
        }
    }

    /// <summary>Whether what holds at an instant is all that a consumer then needs, so that the standard need not be written whole.</summary>
    /// <remarks>
    /// True of one state while it holds, and from the start of a state that nothing ends: unchained limits are met or breached for good. What begins
    /// later cannot matter, for the consumed standard itself changes no later than that.
    /// </remarks>
    private static bool SeesAllAtAnInstant(Consumption consumption, Dictionary<string, List<Rule>> byStandard) =>
        !consumption.Negated && consumption.Class is null
        && (consumption.Mode, consumption.State) is (ConsumptionMode.While, not FindingState.None) or (ConsumptionMode.From, FindingState.Breached or FindingState.Met)
        && byStandard.TryGetValue(consumption.Standard, out List<Rule>? rules)
        && rules.TrueForAll(rule => rule.Consumptions.Count == 0);

    /// <summary>Standards and settlements, each after all that it consumes; by Id where that leaves a choice.</summary>
    private List<object> Order(Dictionary<string, List<Rule>> byStandard, SettlementRule[] settlements)
    {
        List<object> order = [];
        HashSet<object> done = [];
        List<object> open = [];
        foreach (string id in byStandard.Keys.Order(StringComparer.Ordinal))
        {
            Visit(id);
        }

        foreach (SettlementRule settlement in settlements)
        {
            Visit(settlement);
        }

        return order;

        void Visit(object node)
        {
            int start = open.IndexOf(node);
            if (start >= 0)
            {
                Error("SP0001", $"Standards consume each other in a cycle: {string.Join(" → ", open.Skip(start).Append(node).Select(Name))}. Take one consumption out.");
                return;
            }

            if (done.Contains(node))
            {
                return;
            }

            open.Add(node);
            foreach (object needed in Needed(node))
            {
                Visit(needed);
            }

            open.Remove(node);
            if (done.Add(node))
            {
                order.Add(node);
            }
        }

        IEnumerable<object> Needed(object node) => node is SettlementRule settlement
            ? settlement.Writes.Where(byStandard.ContainsKey)
            : byStandard[(string)node].SelectMany(rule => rule.Consumptions.Select(consumption => consumption.Standard).Concat(rule.BreachesOf)).SelectMany(Producers).Distinct();

        IEnumerable<object> Producers(string id)
        {
            if (settlements.FirstOrDefault(settlement => settlement.Writes.Contains(id)) is { } settlement)
            {
                yield return settlement;
            }
            else if (byStandard.ContainsKey(id))
            {
                yield return id;
            }
        }

        static string Name(object node) => node is Rule rule ? rule.Name : (string)node;
    }

    private void Error(string code, string message) => errors.Add(new PolicyBuildError(code, message));
}

using System.Collections;
using System.Globalization;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ServicePolicy.Plans;
using ServicePolicy.Rules;

namespace ServicePolicy.NRules;

/// <summary>Turns the rules of a plan into NRules' canonical model, piece by piece, so that its network does the matching.</summary>
internal sealed class RuleTranslator
{
    private const string First = "first";
    private const string Second = "second";
    private readonly Plan plan;
    private readonly Dictionary<(string Standard, FindingState State, string? Class), Func<object, bool>> asking = [];
    private readonly Dictionary<object, Func<object, bool>> shared = new(ReferenceEqualityComparer.Instance);

    public RuleTranslator(Plan plan) => this.plan = plan;

    /// <summary>One rule set a family.</summary>
    public IReadOnlyList<IRuleSet> Translate()
    {
        Dictionary<string, IRuleSet> sets = new(StringComparer.Ordinal);
        for (int i = 0; i < plan.Nodes.Length; i++)
        {
            foreach (CompiledRule rule in plan.Nodes[i].Rules)
            {
                if (!sets.TryGetValue(rule.Rule.Set.Name, out IRuleSet? set))
                {
                    sets.Add(rule.Rule.Set.Name, set = new global::NRules.RuleModel.RuleSet(rule.Rule.Set.Name));
                }

                set.Add([Translate(rule, priority: -i)]);
            }
        }

        return [.. sets.Values];
    }

    private IRuleDefinition Translate(CompiledRule compiled, int priority)
    {
        Rule rule = compiled.Rule;
        Standard standard = plan.Standards[compiled.Standard];
        RuleBuilder builder = new();
        builder.Name(rule.Name);
        builder.Description(standard.Title(CultureInfo.InvariantCulture));
        builder.Tags([standard.Family, standard.Severity.ToString(), standard.Id]);
        builder.Priority(priority);

        RuleShape shape = rule.Shape;
        GroupBuilder left = builder.LeftHandSide();
        PatternBuilder first = left.Pattern(rule.First, First);
        foreach (ConditionShape condition in shape.Conditions)
        {
            first.Condition(Lift.Condition(Shared(condition, rule), First));
        }

        List<string> matched = [First];
        if (shape.Second is { } second)
        {
            AddSecond(left, second, rule);
            matched.Add(Second);
        }

        for (int i = 0; i < shape.Absences.Count; i++)
        {
            KeyShape keys = shape.Absences[i];
            left.Not().Pattern(keys.Type, $"absent{i}").Condition(Lift.Join(SameKey(keys, rule), First, $"absent{i}"));
        }

        bool follows = rule.Consumptions is [{ Negated: false }];
        for (int i = 0; i < rule.Consumptions.Count; i++)
        {
            AddConsumption(left, rule.Consumptions[i], $"consumed{i}", each: follows);
            matched.Add($"consumed{i}");
        }

        if (rule is SettlementRule settlement)
        {
            AddClaims(left, settlement);
            matched.Add("claims");
        }

        RuleBody body = new(plan, compiled, shape.Second is not null);
        builder.RightHandSide().Action(
            Lift.Action(follows ? new FollowingAction(body).Run : new RuleAction(body).Run, matched),
            follows ? ActionTrigger.Activated | ActionTrigger.Reactivated | ActionTrigger.Deactivated : ActionTrigger.Activated | ActionTrigger.Reactivated);
        return builder.Build();
    }

    private static void AddSecond(GroupBuilder left, SecondShape second, Rule rule)
    {
        PatternBuilder pattern;
        if (second.IsCollection)
        {
            pattern = left.Pattern(typeof(IEnumerable<>).MakeGenericType(second.Keys.Type), Second);
            AggregateBuilder collection = pattern.Aggregate();
            collection.Collect();
            collection.Pattern(second.Keys.Type, "each").Condition(Lift.Join(SameKey(second.Keys, rule), First, "each"));
        }
        else
        {
            pattern = left.Pattern(second.Keys.Type, Second);
            pattern.Condition(Lift.Join(SameKey(second.Keys, rule), First, Second));
        }

        foreach (PairShape condition in second.Conditions)
        {
            pattern.Condition(Lift.Join(
                (a, b) =>
                {
                    try
                    {
                        return condition.Answer((IFact)a, b) != YesNo.No;
                    }
                    catch (Exception exception) when (exception is not RuleFaultException)
                    {
                        throw Fault(rule, a, exception);
                    }
                },
                First,
                Second));
        }
    }

    /// <summary>Matches each finding that is asked for, which costs a session least, or all of them at once.</summary>
    private void AddConsumption(GroupBuilder left, Consumption consumption, string name, bool each)
    {
        if (each)
        {
            AddFinding(left.Pattern(typeof(FindingFact), name), consumption, name);
            return;
        }

        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<FindingFact>), name);
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        AddFinding(collection.Pattern(typeof(FindingFact), "finding"), consumption, "finding");
        if (!consumption.Negated)
        {
            pattern.Condition(Lift.Condition(NotEmpty, name));
        }
    }

    private void AddFinding(PatternBuilder finding, Consumption consumption, string name)
    {
        finding.Condition(Lift.Condition(Asking(consumption), name));
        if (consumption.Of != Subject.Any)
        {
            finding.Condition(Lift.Join(IsAbout, consumption.Of == Subject.Second ? Second : First, name));
        }
    }

    private static void AddClaims(GroupBuilder left, SettlementRule settlement)
    {
        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<ClaimFact>), "claims");
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        PatternBuilder claim = collection.Pattern(typeof(ClaimFact), "claim");
        claim.Condition(Lift.Condition(fact => settlement.Writes.Contains(((ClaimFact)fact).Content.Finding.Standard.Id), "claim"));
        claim.Condition(Lift.Join((charge, fact) => Same(((ClaimFact)fact).Content.Subject, (IFact)charge), First, "claim"));
    }

    /// <summary>One delegate for all rules that ask for the same findings.</summary>
    private Func<object, bool> Asking(Consumption consumption)
    {
        (string, FindingState, string?) key = (consumption.Standard, consumption.State, consumption.Class);
        if (!asking.TryGetValue(key, out Func<object, bool>? test))
        {
            asking.Add(key, test = fact => Asks(consumption, (FindingFact)fact));
        }

        return test;
    }

    private static bool Asks(Consumption consumption, FindingFact finding) =>
        finding.Standard == consumption.Standard
        && (finding.Kind == FindingKind.Indeterminate
            || ((consumption.State == FindingState.None || finding.State == consumption.State)
                && (consumption.Class is null || finding.Finding.Class == consumption.Class)));

    private static bool IsAbout(object subject, object finding) => Same(((FindingFact)finding).Content.Subject, (IFact)subject);

    private static bool Same(IFact left, IFact right) => ReferenceEquals(left, right) || (left.GetType() == right.GetType() && left.Id == right.Id);

    private static bool NotEmpty(object collection)
    {
        foreach (object _ in (IEnumerable)collection)
        {
            return true;
        }

        return false;
    }

    private static Func<object, object, bool> SameKey(KeyShape keys, Rule rule) => (first, second) =>
    {
        try
        {
            return !ReferenceEquals(first, second) && keys.Key((IFact)first) is { } key && key == keys.OtherKey((IFact)second);
        }
        catch (Exception exception) when (exception is not RuleFaultException)
        {
            throw Fault(rule, first, exception);
        }
    };

    /// <summary>Names rule and fact where a condition throws, since NRules would name neither.</summary>
    private static RuleFaultException Fault(Rule rule, object fact, Exception exception) =>
        new(rule.StandardId, rule.Name, FactKey.Of((IFact)fact), exception);

    /// <summary>One delegate a condition, also where several rules begin with it: then the network asks once.</summary>
    private Func<object, bool> Shared(ConditionShape condition, Rule rule)
    {
        if (!shared.TryGetValue(condition.Identity, out Func<object, bool>? test))
        {
            shared.Add(condition.Identity, test = fact =>
            {
                try
                {
                    return condition.Answer((IFact)fact) != YesNo.No;
                }
                catch (Exception exception) when (exception is not RuleFaultException)
                {
                    throw Fault(rule, fact, exception);
                }
            });
        }

        return test;
    }
}

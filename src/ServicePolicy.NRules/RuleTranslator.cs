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
    private readonly bool checks;
    private readonly Dictionary<(string Standard, FindingState State, string? Class), Func<object, bool>> asking = [];
    private readonly Dictionary<object, Func<object, bool>> shared = new(ReferenceEqualityComparer.Instance);

    /// <param name="plan">The plan.</param>
    /// <param name="checks">Whether facts are checked where they are matched: a session checks what the host hands over, but not what rules of the host make.</param>
    public RuleTranslator(Plan plan, bool checks)
    {
        this.plan = plan;
        this.checks = checks;
    }

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
        PatternBuilder first = Possible(left.Pattern(rule.First, First), First);
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

        for (int i = 0; i < shape.Others.Count; i++)
        {
            AddCollection(left, shape.Others[i], $"others{i}", rule);
            matched.Add($"others{i}");
        }

        int facts = matched.Count;

        bool follows = rule.Consumptions is [{ Negated: false }] && rule.BreachesOf.Count == 0;
        for (int i = 0; i < rule.Consumptions.Count; i++)
        {
            AddConsumption(left, rule.Consumptions[i], $"consumed{i}", each: follows);
            matched.Add($"consumed{i}");
        }

        if (rule.BreachesOf.Count > 0)
        {
            AddBreaches(left, [.. rule.BreachesOf]);
            matched.Add("breaches");
        }

        if (rule is SettlementRule settlement)
        {
            AddClaims(left, settlement);
            matched.Add("claims");
        }

        RuleBody body = new(plan, compiled, facts, shape.Second is not null);
        builder.RightHandSide().Action(
            Lift.Action(follows ? new FollowingAction(body).Run : new RuleAction(body).Run, matched),
            ActionTrigger.Activated | ActionTrigger.Reactivated | ActionTrigger.Deactivated);
        return builder.Build();
    }

    /// <summary>Has a pattern refuse what cannot be.</summary>
    private PatternBuilder Possible(PatternBuilder pattern, string name)
    {
        if (checks)
        {
            pattern.Condition(Lift.Condition(IsPossible, name));
        }

        return pattern;
    }

    private static bool IsPossible(object fact)
    {
        FactProblems problems = default;
        problems.CheckFact((IFact)fact);
        problems.ThrowIfAny();
        return true;
    }

    /// <summary>All facts with the key of the first; none is a collection too.</summary>
    private PatternBuilder AddCollection(GroupBuilder left, KeyShape keys, string name, Rule rule)
    {
        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<>).MakeGenericType(keys.Type), name);
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        Possible(collection.Pattern(keys.Type, "each"), "each").Condition(Lift.Join(SameKey(keys, rule), First, "each"));
        return pattern;
    }

    private void AddSecond(GroupBuilder left, SecondShape second, Rule rule)
    {
        PatternBuilder pattern;
        if (second is { IsCollection: true, NeedsAny: false })
        {
            pattern = AddCollection(left, second.Keys, Second, rule);
        }
        else
        {
            pattern = Possible(left.Pattern(second.Keys.Type, Second), Second);
            pattern.Condition(Lift.Join(SameKey(second.Keys, rule), First, Second));
        }

        // Where there must be any, each is a match, so that none costs nothing; the clause asks of all of them together.
        foreach (PairShape condition in second.NeedsAny ? [] : second.Conditions)
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
            AddFinding(left.Pattern(typeof(SpokenFact), name), consumption, name);
            return;
        }

        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<SpokenFact>), name);
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        AddFinding(collection.Pattern(typeof(SpokenFact), "finding"), consumption, "finding");
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

    /// <summary>All that is, or may be, a breach of some standards; none is a collection too.</summary>
    private static void AddBreaches(GroupBuilder left, HashSet<string> standards)
    {
        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<SpokenFact>), "breaches");
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        collection.Pattern(typeof(SpokenFact), "breach").Condition(Lift.Condition(fact => standards.Contains(((SpokenFact)fact).Content.Finding.Standard.Id) && Consumers.IsBreach(((SpokenFact)fact).Content), "breach"));
    }

    private static void AddClaims(GroupBuilder left, SettlementRule settlement)
    {
        PatternBuilder pattern = left.Pattern(typeof(IEnumerable<HiddenFact>), "claims");
        AggregateBuilder collection = pattern.Aggregate();
        collection.Collect();
        PatternBuilder claim = collection.Pattern(typeof(HiddenFact), "claim");
        claim.Condition(Lift.Condition(fact => ((HiddenFact)fact).Content is { } content && (content.IsClaim || content.IsClaimInDoubt) && settlement.Writes.Contains(content.Finding.Standard.Id), "claim"));
        claim.Condition(Lift.Join((charge, fact) => FactKeyComparer.Same(((HiddenFact)fact).Content.Subject, (IFact)charge), First, "claim"));
    }

    /// <summary>One delegate for all rules that ask for the same findings.</summary>
    private Func<object, bool> Asking(Consumption consumption)
    {
        (string, FindingState, string?) key = (consumption.Standard, consumption.State, consumption.Class);
        if (!asking.TryGetValue(key, out Func<object, bool>? test))
        {
            asking.Add(key, test = fact => Consumers.Asks(consumption, ((SpokenFact)fact).Content));
        }

        return test;
    }

    private static bool IsAbout(object subject, object finding) => FactKeyComparer.Same(((SpokenFact)finding).Content.Subject, (IFact)subject);

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

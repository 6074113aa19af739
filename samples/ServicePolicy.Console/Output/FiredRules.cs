using System.Collections;
using NodaTime;
using NRules.RuleModel;
using ServicePolicy.NRules;
using Spectre.Console;

namespace ServicePolicy.Samples.Output;

/// <summary>The rules that fire for a case in an NRules session, in order, and what on.</summary>
internal static class FiredRules
{
    public static void Write(TextWriter output, PolicyEngine engine, PolicyCase @case, Instant asOf)
    {
        Table table = new Table().AddColumn("#").AddColumn("fired in NRules").AddColumn("what").AddColumn("on").MinimalBorder();
        PolicySession session = new PolicySessionFactory(new PolicyRuleRepository(engine)).CreateSession(asOf);
        session.Events.RuleFiredEvent += (_, fired) => table.AddRow(
            $"{table.Rows.Count + 1}",
            fired.Rule.Name.EscapeMarkup(),
            Words.Camel(fired.Match.Trigger.ToString()),
            string.Join(" + ", fired.Facts.SelectMany(Names)).EscapeMarkup());
        session.InsertAll(@case.Facts);
        session.Fire();
        Terminal.Tables(output).Write(table);
    }

    /// <summary>A fact by its key, a finding in words; of a collection each.</summary>
    private static IEnumerable<string?> Names(IFactMatch match) => match.Value switch
    {
        IEnumerable many and not string => many.Cast<object>().Select(Name),
        { } one => [Name(one)],
        _ => [],
    };

    private static string? Name(object fact) => fact is IFact known ? FactKey.Of(known).ToString() : fact.ToString();
}

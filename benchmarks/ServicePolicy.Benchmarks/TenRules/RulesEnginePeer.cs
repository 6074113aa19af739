using NodaTime;
using RulesEngine.Models;
using ServicePolicy.Complaints;
using Engine = RulesEngine.RulesEngine;

namespace ServicePolicy.Benchmarks.TenRules;

/// <summary>The ten rules in the RulesEngine package: expressions for conditions, and output expressions for what a rule finds.</summary>
public sealed class RulesEnginePeer
{
    private const string Workflow = "complaints";
    private const string OwnNetwork = "c.FiledBy == Filer.AccountHolder && !c.CrossProvince";

    private readonly Engine engine = new(
        [
            new Workflow
            {
                WorkflowName = Workflow,
                Rules =
                [
                    Rule("TEN-01", "c.Ticket == null", "PeerFindings.Plain(\"TEN-01\", FindingKind.Violation, c)"),
                    Rule("TEN-02", "c.FiledBy != Filer.AccountHolder", "PeerFindings.Plain(\"TEN-02\", FindingKind.Inadmissible, c)"),
                    Rule("TEN-03", "c.FiledBy == Filer.AccountHolder", "PeerFindings.Limit(\"TEN-03\", 48, c, c.FirstReply, at)"),
                    Rule("TEN-04 VIP", $"c.Tier == CustomerTier.Vip && {OwnNetwork}", "PeerFindings.Limit(\"TEN-04\", 8, c, c.Resolved, at)"),
                    Rule("TEN-04 GoTone", $"c.Tier == CustomerTier.GoTone && {OwnNetwork}", "PeerFindings.Limit(\"TEN-04\", 24, c, c.Resolved, at)"),
                    Rule("TEN-04 ordinary", $"c.Tier == CustomerTier.Ordinary && {OwnNetwork}", "PeerFindings.Limit(\"TEN-04\", 48, c, c.Resolved, at)"),
                    Rule("TEN-04 cross-province", "c.CrossProvince && c.FiledBy == Filer.AccountHolder", "PeerFindings.Limit(\"TEN-04\", 72, c, c.Resolved, at)"),
                    Rule("TEN-05", "c.FiledBy == Filer.AccountHolder && PeerFindings.IsAtRisk(c, at)", "PeerFindings.Warned(c, at)"),
                    Rule("TEN-06", "c.Overcharge.Amount > 0 && PeerFindings.IsEstablished(c, at)", "PeerFindings.Twice(c)"),
                    Rule("TEN-07", "c.Overcharge.Amount > 0 && c.FiledBy == Filer.AccountHolder && PeerFindings.IsBreached(c, at)", "PeerFindings.Undetermined(c, at)"),
                ],
            },
        ],
        new ReSettings { CustomTypes = [typeof(Filer), typeof(CustomerTier), typeof(FindingKind), typeof(PeerFindings)] });

    public List<HandFinding> Decide(BenchComplaint complaint, Instant at)
    {
        List<RuleResultTree> results = engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("c", complaint), new RuleParameter("at", at)).AsTask().GetAwaiter().GetResult();
        List<HandFinding> findings = [];
        foreach (RuleResultTree result in results)
        {
            if (result.IsSuccess)
            {
                findings.Add((HandFinding)result.ActionResult.Output);
            }
        }

        return findings;
    }

    private static Rule Rule(string name, string expression, string finding) => new()
    {
        RuleName = name,
        Expression = expression,
        Actions = new RuleActions { OnSuccess = new ActionInfo { Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = finding } } },
    };
}

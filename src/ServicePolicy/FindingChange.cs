namespace ServicePolicy;

/// <summary>A difference of two decisions: a finding that ended, one that began, or one that replaced another of the same standard and subject.</summary>
/// <param name="Before">The finding that held before, if any.</param>
/// <param name="After">The finding that holds after, if any.</param>
public sealed record FindingChange(Finding? Before, Finding? After)
{
    /// <summary>The differences from one decision to another; intervals and margins do not count.</summary>
    public static IReadOnlyList<FindingChange> Between(PolicyDecision before, PolicyDecision after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<Finding> ended = [.. before.Findings], begun = [.. after.Findings];
        ended.RemoveAll(finding => begun.FindIndex(finding.Says) is >= 0 and int same && Remove(begun, same));
        List<FindingChange> changes = [];
        foreach (Finding finding in ended)
        {
            int replaced = begun.FindIndex(other => other.Standard == finding.Standard && other.Subject == finding.Subject);
            changes.Add(new FindingChange(finding, replaced < 0 ? null : begun[replaced]));
            if (replaced >= 0)
            {
                begun.RemoveAt(replaced);
            }
        }

        changes.AddRange(begun.Select(finding => new FindingChange(null, finding)));
        return changes;
    }

    private static bool Remove(List<Finding> findings, int index)
    {
        findings.RemoveAt(index);
        return true;
    }
}

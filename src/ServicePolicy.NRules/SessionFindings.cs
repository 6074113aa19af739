using System.Runtime.InteropServices;
using NRules;
using ServicePolicy.Evaluation;

namespace ServicePolicy.NRules;

/// <summary>What the rules of a session found, over all time: rules of ours chain on it through hidden facts, and rules of the host are shown what holds.</summary>
internal sealed class SessionFindings(ISession memory, Consumers consumers, ShownFindings? shown)
{
    private readonly Dictionary<object, List<SaidFinding>> sources = new(ReferenceEqualityComparer.Instance);
    private readonly MemoryChanges changes = new();

    /// <summary>All findings, each as one match found it, claims included.</summary>
    public IEnumerable<LoneFinding> All => sources.Values.SelectMany(said => said).Select(said => said.Finding);

    /// <summary>Makes the session hold just these findings of a source, and leaves alone those that stay as they are.</summary>
    public void Set(object source, List<LoneFinding> found)
    {
        List<SaidFinding>? said;
        if (found.Count > 0)
        {
            said = CollectionsMarshal.GetValueRefOrAddDefault(sources, source, out _) ??= new(found.Count);
        }
        else if (!sources.TryGetValue(source, out said))
        {
            return;
        }

        for (int i = said.Count - 1; i >= 0; i--)
        {
            int same = found.FindIndex(said[i].SaysTheSame);
            if (same >= 0)
            {
                found.RemoveAt(same);
            }
            else
            {
                Withdraw(said[i]);
                said.RemoveAt(i);
            }
        }

        foreach (LoneFinding finding in found)
        {
            Say(said, finding);
        }

        if (said.Count == 0)
        {
            sources.Remove(source);
        }

        shown?.Renew(changes);
        changes.Make(memory);
    }

    /// <summary>Lets what is shown enter and leave as time moves on.</summary>
    public void AdvanceTo(NodaTime.Instant instant)
    {
        shown?.AdvanceTo(instant, changes);
        changes.Make(memory);
    }

    private void Say(List<SaidFinding> said, LoneFinding finding)
    {
        SaidFinding own = new(finding, consumers.Fact(finding), consumers.IsTold(finding));
        said.Add(own);
        if (own.Spoken is { } spoken)
        {
            changes.Enter(spoken);
        }

        if (!finding.IsSettled)
        {
            shown?.Add(finding);
        }
    }

    private void Withdraw(SaidFinding said)
    {
        if (said.Spoken is { } spoken)
        {
            changes.Leave(spoken);
        }

        if (!said.Finding.IsSettled)
        {
            shown?.Remove(said.Finding);
        }
    }
}

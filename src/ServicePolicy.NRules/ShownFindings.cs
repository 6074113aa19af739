using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;

namespace ServicePolicy.NRules;

/// <summary>What rules of the host see: the findings that hold at the session's instant, in canonical form.</summary>
/// <remarks>
/// Each finding enters and leaves once, at its boundaries, which are kept in order: moving on costs by what changes and not by what is there.
/// </remarks>
internal sealed class ShownFindings(Plan plan, Instant now)
{
    private static readonly Comparer<HeldFinding> ByBoundary = Comparer<HeldFinding>.Create(Compare);
    private readonly Dictionary<SubjectKey, FindingGroup> groups = [];
    private readonly List<FindingGroup> changed = [];
    private readonly SortedSet<HeldFinding> boundaries = new(ByBoundary);
    private long count;

    /// <summary>The instant of the session.</summary>
    public Instant Now { get; private set; } = now;

    /// <summary>Another match says a finding.</summary>
    public void Add(LoneFinding finding)
    {
        SubjectKey key = KeyOf(finding);
        if (!groups.TryGetValue(key, out FindingGroup? group))
        {
            groups.Add(key, group = new FindingGroup(key));
        }

        group.Said.Add(finding);
        Changed(group);
    }

    /// <summary>A match says a finding no more.</summary>
    public void Remove(LoneFinding finding)
    {
        FindingGroup group = groups[KeyOf(finding)];
        group.Said.RemoveAll(said => ReferenceEquals(said, finding));
        Changed(group);
    }

    /// <summary>Shows what the matches now say together, and leaves alone what they said before.</summary>
    public void Renew(MemoryChanges changes)
    {
        foreach (FindingGroup group in changed)
        {
            group.IsChanged = false;
            Renew(group, changes);
            if (group.Said.Count == 0)
            {
                groups.Remove(group.Key);
            }
        }

        changed.Clear();
    }

    /// <summary>Moves on: what ended by then leaves, and what began and still holds enters.</summary>
    public void AdvanceTo(Instant instant, MemoryChanges changes)
    {
        Now = instant;
        while (boundaries.Min is { } first && first.Boundary <= instant)
        {
            boundaries.Remove(first);
            if (first.Shown is { } ended)
            {
                changes.Leave(ended);
                first.Shown = null;
            }
            else
            {
                Show(first, changes);
            }
        }
    }

    /// <summary>The first instant after the session's at which another finding holds.</summary>
    /// <param name="changes">Whether what holds differs there; otherwise what begins says the same as what ends.</param>
    public Instant NextBoundary(out bool changes)
    {
        changes = true;
        if (boundaries.Min is not { } first)
        {
            return Instant.MaxValue;
        }

        List<Finding> ending = [], beginning = [];
        foreach (HeldFinding finding in boundaries.TakeWhile(finding => finding.Boundary == first.Boundary))
        {
            (finding.Shown is null ? beginning : ending).Add(finding.Content.Finding);
        }

        changes = ending.Count != beginning.Count || !ending.TrueForAll(Replaced);
        return first.Boundary;

        bool Replaced(Finding finding)
        {
            int same = beginning.FindIndex(finding.Says);
            if (same >= 0)
            {
                beginning.RemoveAt(same);
            }

            return same >= 0;
        }
    }

    private static int Compare(HeldFinding left, HeldFinding right)
    {
        int order = left.Boundary.CompareTo(right.Boundary);
        return order != 0 ? order : left.Order.CompareTo(right.Order);
    }

    private SubjectKey KeyOf(LoneFinding finding) => new(plan.Standards[finding.Cell.Standard], finding.Subject);

    private void Changed(FindingGroup group)
    {
        if (!group.IsChanged)
        {
            group.IsChanged = true;
            changed.Add(group);
        }
    }

    private void Renew(FindingGroup group, MemoryChanges changes)
    {
        List<LoneFinding> said = group.Canonical(plan);
        List<FindingFact>? free = null;
        if (group.Held.Count > 0)
        {
            said = [.. said];
            free = Drop(group, said);
        }

        foreach (LoneFinding finding in said)
        {
            HeldFinding held = new(finding, count++);
            group.Held.Add(held);
            Show(held, changes, free);
        }

        free?.ForEach(changes.Leave);
    }

    /// <summary>Drops what is said no more, and takes what is still said out of what is to be added.</summary>
    /// <returns>The facts of what was dropped, where any was shown.</returns>
    private List<FindingFact>? Drop(FindingGroup group, List<LoneFinding> said)
    {
        List<FindingFact>? free = null;
        for (int i = group.Held.Count - 1; i >= 0; i--)
        {
            HeldFinding held = group.Held[i];
            int same = said.FindIndex(held.Content.SaysTheSame);
            if (same >= 0)
            {
                said.RemoveAt(same);
                continue;
            }

            group.Held.RemoveAt(i);
            boundaries.Remove(held);
            if (held.Shown is { } fact)
            {
                (free ??= []).Add(fact);
            }
        }

        return free;
    }

    /// <summary>Shows a finding if it holds, and waits for its next boundary.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="changes">What is to be done in the working memory.</param>
    /// <param name="free">Facts that said something before: one that said the same but for the time stays, and is changed.</param>
    private void Show(HeldFinding finding, MemoryChanges changes, List<FindingFact>? free = null)
    {
        ref readonly Cell cell = ref finding.Content.Cell;
        if (cell.Holds(Now))
        {
            int same = free?.FindIndex(fact => fact.Finding.Says(finding.Content.Finding)) ?? -1;
            if (same >= 0)
            {
                finding.Shown = free![same];
                finding.Shown.Content = finding.Content;
                free.RemoveAt(same);
                changes.Change(finding.Shown);
            }
            else
            {
                changes.Enter(finding.Shown = new FindingFact(finding.Content));
            }
        }

        finding.Boundary = Now < cell.Start ? cell.Start : finding.Shown is null ? Instant.MaxValue : cell.End;
        if (finding.Boundary < Instant.MaxValue)
        {
            boundaries.Add(finding);
        }
    }
}

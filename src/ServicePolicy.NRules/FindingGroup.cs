using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Time;

namespace ServicePolicy.NRules;

/// <summary>What a standard says of a subject in a session, whichever matches it comes from.</summary>
internal sealed class FindingGroup(SubjectKey key)
{
    public SubjectKey Key { get; } = key;

    /// <summary>Whether it is about to be shown anew.</summary>
    public bool IsChanged { get; set; }

    /// <summary>What each match found.</summary>
    public List<LoneFinding> Said { get; } = [];

    /// <summary>What of it is shown while it holds, in canonical form.</summary>
    public List<HeldFinding> Held { get; } = [];

    /// <summary>What the matches say together, in canonical form (S11).</summary>
    public List<LoneFinding> Canonical(Plan plan)
    {
        if (!MayTouch())
        {
            return Said;
        }

        IFact subject = Said[0].Subject;
        PolicyTimeline united = MatchRunner.Gather(plan, new PolicyCase(subject), Span.Always, Said, windowed: false);
        List<LoneFinding> canonical = [];
        foreach (ref readonly Cell cell in united.Cells)
        {
            canonical.Add(new LoneFinding(plan, subject, cell, united.Detail(cell)));
        }

        return canonical;
    }

    /// <summary>Whether two findings may be parts of one; those of one limit never are, for their states differ.</summary>
    private bool MayTouch()
    {
        int states = 0;
        foreach (LoneFinding finding in Said)
        {
            int state = 1 << (int)finding.Cell.State;
            if ((states & state) != 0)
            {
                return true;
            }

            states |= state;
        }

        return false;
    }
}

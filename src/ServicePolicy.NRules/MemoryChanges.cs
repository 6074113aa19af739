using NRules;

namespace ServicePolicy.NRules;

/// <summary>Facts of ours that are about to leave the working memory, to change in it, or to enter it.</summary>
internal sealed class MemoryChanges
{
    private readonly List<object> leaving = [];
    private readonly List<object> changing = [];
    private readonly List<object> entering = [];

    public void Leave(object fact) => leaving.Add(fact);

    public void Change(object fact) => changing.Add(fact);

    public void Enter(object fact) => entering.Add(fact);

    /// <summary>Makes the changes; a rule of the host may have retracted a finding before.</summary>
    public void Make(ISession memory)
    {
        if (Take(leaving) is { } gone)
        {
            memory.TryRetractAll(gone, BatchOptions.SkipFailed);
        }

        if (Take(changing) is { } changed)
        {
            memory.TryUpdateAll(changed, BatchOptions.SkipFailed);
        }

        if (Take(entering) is { } fresh)
        {
            memory.InsertAll(fresh);
        }
    }

    private static object[]? Take(List<object> facts)
    {
        if (facts.Count == 0)
        {
            return null;
        }

        object[] taken = [.. facts];
        facts.Clear();
        return taken;
    }
}

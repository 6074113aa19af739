using NRules;

namespace ServicePolicy.NRules;

/// <summary>Facts of ours that are about to leave the working memory, to change in it, or to enter it.</summary>
internal sealed class MemoryChanges
{
    private List<object>? leaving;
    private List<object>? changing;
    private List<object>? entering;

    public void Leave(object fact) => (leaving ??= []).Add(fact);

    public void Change(object fact) => (changing ??= []).Add(fact);

    public void Enter(object fact) => (entering ??= []).Add(fact);

    /// <summary>Makes the changes; a rule of the host may have retracted a finding before.</summary>
    public void Make(ISession memory)
    {
        if (leaving is { Count: > 0 })
        {
            memory.TryRetractAll(leaving, BatchOptions.SkipFailed);
            leaving.Clear();
        }

        if (changing is { Count: > 0 })
        {
            memory.TryUpdateAll(changing, BatchOptions.SkipFailed);
            changing.Clear();
        }

        if (entering is { Count: > 0 })
        {
            memory.InsertAll(entering);
            entering.Clear();
        }
    }
}

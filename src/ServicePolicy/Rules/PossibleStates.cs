using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Rules;

/// <summary>The states that an automaton may be in, as events come and time goes by.</summary>
/// <remarks>A state that lapses is kept once for each instant at which it may have been entered: these come in order, so that each is put in and taken out once.</remarks>
internal sealed class PossibleStates<TState>
    where TState : struct
{
    private readonly Dictionary<TState, Lapse<TState>> lapses;
    private readonly Dictionary<TState, Entries> entries = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly List<Phase<TState>> phases = [];
    private InputSet? named;

    public PossibleStates(Dictionary<TState, Lapse<TState>> lapses, TState start, Instant since)
    {
        this.lapses = lapses;
        Enter(start, since);
        Say(since);
    }

    /// <summary>Lets time go by until an instant.</summary>
    public void Pass(Instant until)
    {
        while (true)
        {
            (TState state, Entries? first) = (default, null);
            foreach ((TState other, Entries entered) in entries)
            {
                if (first is null || entered.Next < first.Next)
                {
                    (state, first) = (other, entered);
                }
            }

            if (first is null || first.Next > until || first.Next == Instant.MaxValue)
            {
                return;
            }

            Instant now = first.Next;
            if (!first.Advance())
            {
                missing.UnionWith(lapses[state].Missing);
                named = null;
            }

            Enter(lapses[state].Into, now);
            Drop(state);
            Say(now);
        }
    }

    /// <summary>Applies an event to each state that may be.</summary>
    public void Apply(Instant at, Func<TState, Branches<TState>> after)
    {
        (TState State, Branches<TState> Branches)[] all = [.. entries.Keys.Select(state => (state, after(state)))];
        foreach ((TState state, Branches<TState> branches) in all)
        {
            if (!branches.MayStay)
            {
                entries.Remove(state);
            }

            if (branches.Missing.Count > 0)
            {
                missing.UnionWith(branches.Missing);
                named = null;
            }
        }

        foreach (TState entered in all.SelectMany(one => one.Branches.Entered))
        {
            Enter(entered, at);
        }

        Say(at);
    }

    public Course<TState> End()
    {
        Pass(Instant.MaxValue);
        return new Course<TState>(phases);
    }

    private void Enter(TState state, Instant at)
    {
        if (!entries.TryGetValue(state, out Entries? entered))
        {
            entries.Add(state, entered = new Entries());
        }

        Occurrence lapse = lapses.TryGetValue(state, out Lapse<TState>? own) ? own.At(at) : Occurrence.NotHappened;
        bool never = lapse.Kind == OccurrenceKind.NotHappened;
        entered.Add(never ? Instant.MaxValue : lapse.From, never ? Instant.MaxValue : lapse.To);
    }

    private void Drop(TState state)
    {
        if (entries[state].Count == 0)
        {
            entries.Remove(state);
        }
    }

    private void Say(Instant at)
    {
        if (entries.Count == 1 && entries.Values.First().Count == 1)
        {
            missing.Clear();
            named = null;
        }

        named ??= InputSet.Of(missing);
        if (phases.Count > 0 && phases[^1].From == at)
        {
            phases.RemoveAt(phases.Count - 1);
        }

        phases.Add(new Phase<TState>(at, [.. entries.Keys], named));
    }

    /// <summary>When a state may have been entered, by when it lapses.</summary>
    private sealed class Entries
    {
        private readonly List<(Instant First, Instant Last)> all = [];
        private int gone, perhapsGone;

        public int Count => all.Count - gone;

        /// <summary>When next one lapses, or perhaps does.</summary>
        public Instant Next
        {
            get
            {
                Instant perhaps = perhapsGone < all.Count ? all[perhapsGone].First : Instant.MaxValue;
                return gone < all.Count ? Instant.Min(perhaps, all[gone].Last) : Instant.MaxValue;
            }
        }

        public void Add(Instant first, Instant last)
        {
            if (Count == 0 || all[^1] != (first, last))
            {
                all.Add((first, last));
            }
        }

        /// <summary>Takes out the next one; false where it lapses only perhaps.</summary>
        public bool Advance()
        {
            bool surely = all[gone].Last == Next;
            if (surely)
            {
                gone++;
                perhapsGone = Math.Max(gone, perhapsGone);
            }
            else
            {
                perhapsGone++;
            }

            return surely;
        }
    }
}

using System.Runtime.ExceptionServices;
using NRules;

namespace ServicePolicy.NRules;

/// <content>Changes of the facts, checked before anything of them is done.</content>
public sealed partial class PolicySession
{
    private readonly Dictionary<object, object> given = new(FactKeyComparer.Instance);

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">The fact cannot be, or another has its key.</exception>
    public void Insert(object fact)
    {
        if (!TryInsert(fact))
        {
            ThrowInserted([fact]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be, or another has its key; nothing was inserted.</exception>
    public void InsertAll(IEnumerable<object> facts)
    {
        IFactResult result = TryInsertAll(facts, BatchOptions.AllOrNothing);
        if (result.FailedCount > 0)
        {
            ThrowInserted(result.Failed);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">The fact cannot be.</exception>
    public bool TryInsert(object fact)
    {
        CheckOne(fact);
        int before = state.Refusals.Conditions;
        if (!session.TryInsert(fact))
        {
            return false;
        }

        if (state.Refusals.Conditions > before)
        {
            Refuse(before, () => session.Retract(fact));
        }

        given.Add(fact, fact);
        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be; nothing was inserted.</exception>
    public IFactResult TryInsertAll(IEnumerable<object> facts) => TryInsertAll(facts, BatchOptions.AllOrNothing);

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be; nothing was inserted.</exception>
    public IFactResult TryInsertAll(IEnumerable<object> facts, BatchOptions options)
    {
        object[] inserted = Checked(facts);
        IFactResult? result = null;
        object[] done = [];
        Change(
            () =>
            {
                result = session.TryInsertAll(inserted, options);
                done = result.FailedCount == 0 ? inserted : options == BatchOptions.SkipFailed ? [.. inserted.Except(result.Failed, given.Comparer)] : [];
            },
            () => session.RetractAll(done));
        Array.ForEach(done, fact => given.Add(fact, fact));
        return result!;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">The fact cannot be.</exception>
    public void Update(object fact)
    {
        if (!TryUpdate(fact))
        {
            ThrowUnknown(fact);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be; nothing was updated.</exception>
    public void UpdateAll(IEnumerable<object> facts)
    {
        IFactResult result = TryUpdateAll(facts);
        if (result.FailedCount > 0)
        {
            ThrowUnknown(result.Failed.First());
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">The fact cannot be.</exception>
    public bool TryUpdate(object fact)
    {
        CheckOne(fact);
        int before = state.Refusals.Conditions;
        object? held = Find(fact);
        if (held is null || !session.TryUpdate(fact))
        {
            return false;
        }

        if (state.Refusals.Conditions > before)
        {
            Refuse(before, () => session.Update(held));
        }

        if (given.ContainsKey(fact))
        {
            given[fact] = fact;
        }

        return true;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be; nothing was updated.</exception>
    public IFactResult TryUpdateAll(IEnumerable<object> facts) => TryUpdateAll(facts, BatchOptions.AllOrNothing);

    /// <inheritdoc/>
    /// <exception cref="InvalidFactException">A fact cannot be; nothing was updated.</exception>
    public IFactResult TryUpdateAll(IEnumerable<object> facts, BatchOptions options)
    {
        object[] updated = Checked(facts);
        object?[] before = Array.ConvertAll(updated, Find);
        object[] known = [.. updated.Where((_, i) => before[i] is not null)];
        if (known.Length < updated.Length && options == BatchOptions.AllOrNothing)
        {
            // NRules would exchange those that are there before it sees that others are not.
            return new FailedFacts([.. updated.Except(known)]);
        }

        IFactResult? result = null;
        Change(
            () =>
            {
                result = session.TryUpdateAll(known, options);
                if (result.FailedCount > 0 && options == BatchOptions.AllOrNothing)
                {
                    session.UpdateAll(before.OfType<object>().Except(result.Failed, given.Comparer));
                }
            },
            () => session.UpdateAll(before.OfType<object>()));
        if (result!.FailedCount == 0 || options == BatchOptions.SkipFailed)
        {
            foreach (object fact in known.Except(result.Failed).Where(given.ContainsKey))
            {
                given[fact] = fact;
            }
        }

        return known.Length == updated.Length ? result : new FailedFacts([.. updated.Except(known), .. result.Failed]);
    }

    /// <inheritdoc/>
    public void Retract(object fact) => RetractAll([fact]);

    /// <inheritdoc/>
    public void RetractAll(IEnumerable<object> facts)
    {
        IFactResult result = TryRetractAll(facts);
        if (result.FailedCount > 0)
        {
            throw new ArgumentException($"'{Name(result.Failed.First())}' is not in the session, or a rule made it. Retract what was inserted.", nameof(facts));
        }
    }

    /// <inheritdoc/>
    public bool TryRetract(object fact) => TryRetractAll([fact]).FailedCount == 0;

    /// <inheritdoc/>
    public IFactResult TryRetractAll(IEnumerable<object> facts) => TryRetractAll(facts, BatchOptions.AllOrNothing);

    /// <inheritdoc/>
    public IFactResult TryRetractAll(IEnumerable<object> facts, BatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(facts);
        object[] retracted = [.. facts.Distinct(given.Comparer)];
        object[] own = [.. retracted.Where(fact => fact is FindingFact)];
        if (own.Length > 0 && options == BatchOptions.AllOrNothing)
        {
            return new FailedFacts(own);
        }

        object[] others = [.. retracted.Except(own)];
        object[] before = [.. others.Select(Find).OfType<object>()];
        IFactResult? result = null;
        Change(() => result = session.TryRetractAll(others, options), () => session.InsertAll(before.Except(result!.Failed, given.Comparer)));
        if (result!.FailedCount == 0 || options == BatchOptions.SkipFailed)
        {
            Array.ForEach(before, fact => given.Remove(fact));
        }

        return own.Length == 0 ? result : new FailedFacts([.. own, .. result.Failed]);
    }

    private static void CheckOne(object fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact is IFact own)
        {
            FactProblems problems = default;
            problems.CheckFact(own);
            problems.ThrowIfAny();
        }
    }

    private static void ThrowInserted(IReadOnlyCollection<object> there)
    {
        FactProblems problems = default;
        foreach (IFact fact in there.OfType<IFact>())
        {
            problems.Add(fact, nameof(IFact.Id), "a fact of this key is in the session. Update that one, or give each its own Id.");
        }

        problems.ThrowIfAny();
        throw new ArgumentException($"'{there.First()}' is in the session already. Insert each fact once.");
    }

    private static void ThrowUnknown(object fact) =>
        throw new ArgumentException($"'{Name(fact)}' is not in the session, or a rule made it. Insert it, or have the rule make it anew.");

    private static object Name(object fact) => fact is IFact known ? FactKey.Of(known) : fact;

    /// <summary>The facts, if they can be and are told apart.</summary>
    private object[] Checked(IEnumerable<object> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        object[] all = [.. facts];
        HashSet<object>? seen = all.Length > 1 ? new(given.Comparer) : null;
        FactProblems problems = default;
        foreach (object fact in all)
        {
            ArgumentNullException.ThrowIfNull(fact, nameof(facts));
            bool repeats = seen is not null && !seen.Add(fact);
            if (fact is not IFact own)
            {
                _ = repeats ? throw new ArgumentException($"'{fact}' is given twice. Give each fact once.", nameof(facts)) : 0;
                continue;
            }

            problems.CheckFact(own);
            if (repeats)
            {
                problems.Add(own, nameof(IFact.Id), "two facts of the case share this key. Give each its own Id, or leave the repeat out.");
            }
        }

        problems.ThrowIfAny();
        return all;
    }

    /// <summary>Changes the facts, or leaves them as they were where a condition of ours throws on one of them.</summary>
    private void Change(Action change, Action undo)
    {
        int before = state.Refusals.Conditions;
        change();
        if (state.Refusals.Conditions > before)
        {
            Refuse(before, undo);
        }
    }

    private void Refuse(int before, Action undo)
    {
        Exception refused = state.Refusals.Since(before)!;
        undo();
        state.Refusals.Since(before);
        ExceptionDispatchInfo.Throw(refused);
    }

    /// <summary>A fact as the session has it.</summary>
    private object? Find(object fact) => given.GetValueOrDefault(fact)
        ?? session.Query<object>().AsEnumerable().FirstOrDefault(own => own.GetType() == fact.GetType() && given.Comparer.Equals(own, fact));

    private sealed class FailedFacts(IReadOnlyCollection<object> failed) : IFactResult
    {
        public int FailedCount => Failed.Count;

        public IReadOnlyCollection<object> Failed { get; } = failed;
    }
}

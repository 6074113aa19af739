using System.Runtime.CompilerServices;
using NodaTime;

namespace ServicePolicy;

/// <summary>Collects what is impossible about the facts of a case, so that all of it is reported at once.</summary>
/// <remarks>A mutable value, passed by reference; nothing is allocated while there is no problem.</remarks>
public struct FactProblems
{
    private List<FactProblem>? found;

    /// <summary>Whether there is any problem.</summary>
    public readonly bool Any => found is not null;

    /// <summary>Adds a problem.</summary>
    public void Add(IFact fact, string property, string message) =>
        (found ??= []).Add(new FactProblem(fact is null ? new FactKey("?", "?") : FactKey.Of(fact), property, message));

    /// <summary>Demands that <paramref name="later"/>, if it happened, is not surely before <paramref name="earlier"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NotBefore(
        IFact fact,
        Occurrence later,
        Instant earlier,
        [CallerArgumentExpression(nameof(later))] string property = "",
        [CallerArgumentExpression(nameof(earlier))] string origin = "")
    {
        if (!later.MayBeAbsent && later.To < earlier)
        {
            Add(fact, property, $"'{later}' is before {origin} '{earlier}'. Give the instants in the order in which they happened.");
        }
    }

    /// <summary>Demands that <paramref name="amount"/> is not negative and has a currency.</summary>
    public void NotNegative(IFact fact, Money amount, [CallerArgumentExpression(nameof(amount))] string property = "")
    {
        if (amount.Amount < 0)
        {
            Add(fact, property, $"'{amount}' is negative. Give an amount of zero or more.");
        }

        if (amount.Currency == default)
        {
            Add(fact, property, $"'{amount.Amount}' has no currency. Give its ISO 4217 code.");
        }
    }

    internal void AddRange(FactProblems others)
    {
        if (others.found is not null)
        {
            (found ??= []).AddRange(others.found);
        }
    }

    internal void CheckFact(IFact fact)
    {
        if (string.IsNullOrEmpty(fact.Id))
        {
            Add(fact, nameof(IFact.Id), "it is empty. Give every fact an Id that is unique among its type.");
        }

        fact.Check(ref this);
    }

    internal readonly void ThrowIfAny()
    {
        if (found is not null)
        {
            throw new InvalidFactException(found);
        }
    }
}

using System.Globalization;
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

    /// <summary>Demands that <paramref name="later"/>, if it happened at a known instant, is not before <paramref name="earlier"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NotBefore(
        IFact fact,
        Occurrence later,
        Instant earlier,
        [CallerArgumentExpression(nameof(later))] string property = "",
        [CallerArgumentExpression(nameof(earlier))] string origin = "")
    {
        if (later.TryGetInstant(out Instant at) && at < earlier)
        {
            Add(fact, property, $"'{at}' is before {origin} '{earlier}'. Give the instants in the order in which they happened.");
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

    /// <summary>Demands that <paramref name="number"/>, if it is given, is not negative.</summary>
    public void NotNegative(IFact fact, decimal? number, [CallerArgumentExpression(nameof(number))] string property = "")
    {
        if (number < 0)
        {
            Add(fact, property, string.Create(CultureInfo.InvariantCulture, $"'{number}' is negative. Give zero or more."));
        }
    }

    /// <summary>Demands that <paramref name="zone"/>, if it is given, is one of the tz database.</summary>
    public void KnownZone(IFact fact, string? zone, [CallerArgumentExpression(nameof(zone))] string property = "")
    {
        if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            Add(fact, property, $"'{zone}' is no time zone. Give one of the tz database, such as Asia/Shanghai.");
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

using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy;

/// <summary>Collects what is impossible about the facts of a case, so that all of it is reported at once.</summary>
/// <remarks>A mutable value, passed by reference; nothing is allocated while there is no problem.</remarks>
public struct FactProblems
{
    /// <summary>The longest Id: what is longer is no key but a mistake.</summary>
    internal const int MostIdCharacters = 1_000;

    private List<FactProblem>? found;

    /// <summary>Whether there is any problem.</summary>
    public readonly bool Any => found is not null;

    /// <summary>Adds a problem.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="property">The property at fault, by its name in C#; it is reported by the name that JSON gives it.</param>
    /// <param name="message">What is wrong and what to do, in English.</param>
    public void Add(IFact fact, string property, string message) => (found ??= []).Add(Of(fact, property, message));

    internal static FactProblem Of(IFact fact, string property, string message)
    {
        FactKey key = fact is null ? new FactKey("?", "?") : FactKey.Of(fact);
        key = key.Id?.Length > MostIdCharacters ? key with { Id = $"{key.Id[..60]}…" } : key;
        return new FactProblem(key, NameOf(property), message);
    }

    /// <summary>Demands that <paramref name="later"/>, if it happened, was not before <paramref name="earlier"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void NotBefore(
        IFact fact,
        Occurrence later,
        Instant earlier,
        [CallerArgumentExpression(nameof(later))] string property = "",
        [CallerArgumentExpression(nameof(earlier))] string origin = "")
    {
        if (later.Kind != OccurrenceKind.NotHappened && later.To is { } at && at < earlier)
        {
            Add(fact, property, $"'{InstantText.Format(at)}' is before {NameOf(origin)} '{InstantText.Format(earlier)}'. Give the instants in the order in which they happened.");
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
            Add(fact, property, string.Create(CultureInfo.InvariantCulture, $"'{amount.Amount}' has no currency. Give its ISO 4217 code."));
        }
    }

    /// <summary>Demands that <paramref name="count"/>, if it is known, is not negative.</summary>
    public void NotNegative(IFact fact, int? count, [CallerArgumentExpression(nameof(count))] string property = "")
    {
        if (count < 0)
        {
            Add(fact, property, $"'{count}' is negative. Give a count of zero or more.");
        }
    }

    /// <summary>Demands that <paramref name="zone"/>, if it is known, is in the tz database.</summary>
    public void TimeZoneExists(IFact fact, string? zone, [CallerArgumentExpression(nameof(zone))] string property = "")
    {
        if (zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            Add(fact, property, $"'{zone}' is no time zone. Give one of the tz database, such as Asia/Shanghai.");
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

        if (fact.Id?.Length > MostIdCharacters)
        {
            Add(fact, nameof(IFact.Id), $"it has {fact.Id.Length} characters. Give an Id of at most {MostIdCharacters}.");
        }

        fact.Check(ref this);
    }

    /// <summary>A property by the name that JSON gives it: <c>resolved</c> of <c>Resolved</c> or <c>complaint.Resolved</c>.</summary>
    internal static string NameOf(string property) => CamelCase.Of(property[(property.LastIndexOf('.') + 1)..]);

    internal readonly void ThrowIfAny()
    {
        if (found is not null)
        {
            throw new InvalidFactException(found);
        }
    }
}

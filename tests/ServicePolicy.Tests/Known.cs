using ServicePolicy.Refunds;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Tests;

/// <summary>Cases of which all is known, made of cases of which some is not.</summary>
internal static class Known
{
    /// <summary>The case with something in the place of each unknown, and without charges that no figure can be compared with.</summary>
    public static PolicyCase Of(PolicyCase @case)
    {
        IFact[] facts = [.. @case.Facts.Where(fact => fact is not DisputedCharge charge || charge.Total.Currency == Currency.Cny).Select(Of)];
        return Arbitraries.CaseOf(facts.Length > 0 ? facts : [Example.Charge]);
    }

    private static IFact Of(IFact fact) => FactShape.Of(fact).Aggregate(fact, (known, given) => FactShape.With(known, given.Property, given.Value switch
    {
        Occurrence { IsUnknown: true } @event => @event.MayBeAbsent ? Occurrence.NotHappened : Occurrence.At(@event.Earliest ?? fact.OpenedAt),
        Reference { IsUnknown: true } => Reference.None,
        Enum { } member when member.ToString() == "Unknown" => Enum.ToObject(member.GetType(), 1),
        Money { } money => money with { Currency = Currency.Cny },
        null when given.Property.Name == nameof(AccountClosure.Zone) => "UTC",
        var other => other,
    }));
}

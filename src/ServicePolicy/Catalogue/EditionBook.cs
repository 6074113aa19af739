using NodaTime;

namespace ServicePolicy.Catalogue;

/// <summary>Editions that follow each other without gap or overlap.</summary>
/// <param name="Zone">The zone in which the days are.</param>
/// <param name="Editions">The editions, in any order.</param>
public sealed record EditionBook(DateTimeZone Zone, IReadOnlyList<StandardsEdition> Editions)
{
    /// <summary>A book of one edition that is always in force.</summary>
    public static EditionBook Of(ServiceStandards standards) => new(DateTimeZone.Utc, [new StandardsEdition("default", standards)]);

    internal StandardsEdition[] InOrder()
    {
        StandardsEdition[] editions = [.. Editions];
        Array.Sort(editions, static (left, right) => (left.From ?? LocalDate.MinIsoValue).CompareTo(right.From ?? LocalDate.MinIsoValue));
        return editions;
    }

    internal IEnumerable<PolicyBuildError> Mistakes()
    {
        if (Editions.Count == 0)
        {
            yield return new PolicyBuildError("SP0009", "The book has no edition. Add one.");
        }

        StandardsEdition? before = null;
        foreach (StandardsEdition edition in InOrder())
        {
            if (edition.From is { } from && edition.Until is { } until && until < from)
            {
                yield return new PolicyBuildError("SP0009", $"Edition '{edition.Name}' ends on {until:uuuu-MM-dd}, before it begins on {from:uuuu-MM-dd}. Exchange the days.");
            }

            if (before is not null && (before.Until is not { } last || edition.From is not { } first || last == LocalDate.MaxIsoValue || last.PlusDays(1) != first))
            {
                yield return new PolicyBuildError("SP0009", $"Edition '{edition.Name}' does not begin on the day after '{before.Name}' ends. Editions neither gap nor overlap.");
            }

            before = edition;
        }
    }
}

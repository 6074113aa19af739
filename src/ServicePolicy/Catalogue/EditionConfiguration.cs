using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Catalogue;

/// <summary>Reads editions of the figures from configuration.</summary>
/// <remarks>
/// <c>Zone</c> is the zone in which the days are. Every other part is an edition, and its name that of the edition: its <c>Figures</c> as
/// <see cref="ServiceStandards.Read"/> reads them, and <c>From</c> and <c>Until</c>, its first and last day in ISO 8601.
/// </remarks>
public static class EditionConfiguration
{
    private const string Zone = "Zone";
    private const string Figures = "Figures";
    private const string From = "From";
    private const string Until = "Until";

    /// <summary>The editions in <paramref name="section"/>.</summary>
    /// <param name="section">The section with the zone and the editions.</param>
    /// <param name="zones">Where the zone is looked up; the time-zone database that NodaTime brings unless given.</param>
    /// <exception cref="PolicyBuildException">Something cannot be read; all mistakes are listed. Gaps and overlaps are found when an engine is made.</exception>
    public static EditionBook Read(IConfiguration section, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        List<PolicyBuildError> errors = [];
        DateTimeZone zone = ReadZone(section, zones ?? DateTimeZoneProviders.Tzdb, errors);
        StandardsEdition[] editions =
        [
            .. from edition in section.GetChildren()
               where !edition.Key.Equals(Zone, StringComparison.OrdinalIgnoreCase)
               select ReadEdition(edition, errors),
        ];
        return errors.Count == 0 ? new EditionBook(zone, editions) : throw new PolicyBuildException(errors);
    }

    private static DateTimeZone ReadZone(IConfiguration section, IDateTimeZoneProvider zones, List<PolicyBuildError> errors)
    {
        IConfigurationSection part = section.GetSection(Zone);
        DateTimeZone? zone = part.Value is { Length: > 0 } id ? zones.GetZoneOrNull(id) : null;
        if (zone is null)
        {
            string wrong = part.Value is { Length: > 0 } other ? $"{Refused.Quote(other)} is no time zone" : "is missing";
            errors.Add(new PolicyBuildError("SP0009", $"Configuration '{part.Path}' {wrong}. Write the zone in which the days of the editions are, such as Asia/Shanghai."));
        }

        return zone ?? DateTimeZone.Utc;
    }

    private static StandardsEdition ReadEdition(IConfigurationSection edition, List<PolicyBuildError> errors)
    {
        string[] parts = [Figures, From, Until];
        if (!edition.HasParts())
        {
            errors.Add(new PolicyBuildError("SP0016", $"Configuration '{edition.Path}' is no edition. Give a group of {string.Join(", ", parts)}."));
        }

        errors.AddRange(
            from part in edition.GetChildren()
            where !parts.Contains(part.Key, StringComparer.OrdinalIgnoreCase)
            select new PolicyBuildError("SP0012", $"Configuration '{part.Path}' is no part of an edition. {Refused.Suggest(part.Key, parts, "parts")}"));
        return new StandardsEdition(edition.Key, ReadFigures(edition.GetSection(Figures), errors), ReadDay(edition, From, errors), ReadDay(edition, Until, errors));
    }

    private static ServiceStandards ReadFigures(IConfigurationSection figures, List<PolicyBuildError> errors)
    {
        try
        {
            return ServiceStandards.Read(figures);
        }
        catch (PolicyBuildException mistakes)
        {
            errors.AddRange(mistakes.Errors.Select(mistake => mistake with { Message = $"{figures.Path}: {mistake.Message}" }));
            return ServiceStandards.Default;
        }
    }

    private static LocalDate? ReadDay(IConfigurationSection edition, string name, List<PolicyBuildError> errors)
    {
        if (edition.Find(name) is not { } part)
        {
            return null;
        }

        if (part.Value is { } text && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate day))
        {
            return day;
        }

        errors.Add(new PolicyBuildError("SP0009", $"Configuration '{part.Path}': {Refused.Quote(part.Value ?? string.Empty)} is no day. Write it as 2027-01-01, or leave it out for no bound."));
        return null;
    }
}

using Microsoft.Extensions.Configuration;
using ServicePolicy.Serialization;
using ServicePolicy.Time;

namespace ServicePolicy.Catalogue;

/// <summary>Reads ladders of warnings from configuration.</summary>
public static class WarningConfiguration
{
    private const string Example = "{\"CMP-05\":{\"last hour\":\"PT1H before due\",\"late\":\"every PT4H after due\"}}";

    /// <summary>The ladders in <paramref name="section"/>: each part is a standard, and its parts the points by name, as <see cref="WarningStep.TryParse"/> reads them.</summary>
    /// <exception cref="PolicyBuildException">Something cannot be read; all mistakes are listed. A standard that there is not is found when an engine is made.</exception>
    public static IReadOnlyDictionary<string, WarningLadder> Read(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        List<PolicyBuildError> errors = [];
        Dictionary<string, WarningLadder> ladders = new(StringComparer.Ordinal);
        foreach (IConfigurationSection standard in section.GetChildren())
        {
            (string Name, WarningStep Step)[] steps = [.. Steps(standard, errors)];
            if (!standard.HasParts())
            {
                errors.Add(new PolicyBuildError("SP0031", $"Configuration '{standard.Path}' is no ladder of warnings. Give its points by name, such as {Example}."));
            }
            else if (steps.Length > 0)
            {
                ladders.Add(standard.Key, new WarningLadder(steps));
            }
        }

        return errors.Count == 0 ? ladders : throw new PolicyBuildException(errors);
    }

    private static IEnumerable<(string Name, WarningStep Step)> Steps(IConfigurationSection standard, List<PolicyBuildError> errors)
    {
        foreach (IConfigurationSection point in standard.GetChildren())
        {
            if (!string.IsNullOrWhiteSpace(point.Key) && WarningStep.TryParse(point.Value, out WarningStep? step))
            {
                yield return (point.Key, step);
            }
            else
            {
                errors.Add(new PolicyBuildError("SP0031", $"Configuration '{point.Path}': {Refused.Quote(point.Value ?? string.Empty)} is no point of a limit. Write it as 50%, PT1H before due, when due, PT4H after due, or every PT4H after due."));
            }
        }
    }
}

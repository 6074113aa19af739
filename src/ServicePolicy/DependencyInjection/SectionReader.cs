using Microsoft.Extensions.Configuration;
using ServicePolicy.Catalogue;
using ServicePolicy.Serialization;

namespace ServicePolicy.DependencyInjection;

/// <summary>Finds in a host's section what nothing reads, so that a misspelt name is not passed over.</summary>
internal static class SectionReader
{
    private static readonly string[] Parts =
    [
        nameof(ServicePolicyOptions.Figures),
        nameof(ServicePolicyOptions.Editions),
        nameof(ServicePolicyOptions.Calendars),
        nameof(ServicePolicyOptions.SwitchedOff),
        nameof(ServicePolicyOptions.Warnings),
    ];

    /// <summary>The parts of a section that there are not.</summary>
    public static IEnumerable<PolicyBuildError> Unknown(IConfiguration section)
    {
        if (section.IsText())
        {
            return [new PolicyBuildError("SP0016", $"Configuration '{((IConfigurationSection)section).Path}' is a text. Give a group of {string.Join(", ", Parts)}.")];
        }

        return from part in section.GetChildren()
               where !Parts.Contains(part.Key, StringComparer.OrdinalIgnoreCase)
               select new PolicyBuildError("SP0012", $"Configuration '{part.Path}' is no part of the section. {Refused.Suggest(part.Key, Parts, "parts")}");
    }

    /// <summary>A text where a group is wanted.</summary>
    public static IEnumerable<PolicyBuildError> NoGroup(IConfiguration? part, string example) => part?.IsText() == true
        ? [new PolicyBuildError("SP0016", $"Configuration '{((IConfigurationSection)part).Path}' is a text. Give a group, such as {example}.")]
        : [];

    /// <summary>The names in a list.</summary>
    public static IEnumerable<string> Names(IConfiguration? list, List<PolicyBuildError> errors)
    {
        if (list?.IsText() == true)
        {
            errors.Add(new PolicyBuildError("SP0016", $"Configuration '{((IConfigurationSection)list).Path}' is a text. Give a list, such as [\"CMP-04\", \"RFD\"]."));
        }

        foreach (IConfigurationSection item in list?.GetChildren() ?? [])
        {
            if (item.HasParts() || item.IsEmpty())
            {
                errors.Add(new PolicyBuildError("SP0016", $"Configuration '{item.Path}' is no name. Name a standard, a family or a handbook, such as CMP-04, or leave the item out."));
            }
            else
            {
                yield return item.Value!;
            }
        }
    }
}

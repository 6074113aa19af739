using System.Globalization;
using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>Puts findings and decisions into words.</summary>
internal static class Message
{
    /// <summary>A finding in words: the frame of its kind and state around the text of its standard.</summary>
    public static string Of(Finding finding, CultureInfo culture, DateTimeZone? zone)
    {
        Utf8Builder text = new();
        try
        {
            Append(finding, MessageTemplates.Of(culture), zone, ref text);
            return text.ToString();
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>A decision in words, and what decided it, a line each.</summary>
    public static string Of(PolicyDecision decision, CultureInfo culture, DateTimeZone? zone)
    {
        MessageTemplates templates = MessageTemplates.Of(culture);
        DecisionValues values = new(templates.Text($"Outcome.{decision.Outcome}"), decision.AsOf, decision.NextChange.Instant, zone);
        return Of(templates.Frame("Decision"), values, decision.Deciding, templates);
    }

    /// <summary>The answer to a request in words, and what decided it, a line each.</summary>
    public static string Of(RequestDecision request, CultureInfo culture, DateTimeZone? zone)
    {
        MessageTemplates templates = MessageTemplates.Of(culture);
        DecisionValues values = new(templates.Text($"Request.{request.Outcome}"), request.AsOf, request.Until, zone);
        return Of(templates.Frame("Request"), values, request.Deciding, templates);
    }

    /// <summary>Appends a finding in words.</summary>
    public static void Append(Finding finding, CultureInfo culture, ref Utf8Builder text) => Append(finding, MessageTemplates.Of(culture), null, ref text);

    private static string Of(Template first, in DecisionValues values, IReadOnlyList<Finding> deciding, MessageTemplates templates)
    {
        Utf8Builder text = new();
        try
        {
            first.Append(values, ref text);
            for (int i = 0; i < deciding.Count; i++)
            {
                text.Append((byte)'\n');
                Append(deciding[i], templates, values.Zone, ref text);
            }

            return text.ToString();
        }
        finally
        {
            text.Dispose();
        }
    }

    private static void Append(Finding finding, MessageTemplates templates, DateTimeZone? zone, ref Utf8Builder text)
    {
        FindingValues values = new(finding, templates.Units, zone);
        string? ground = finding.Kind switch { FindingKind.Prohibition => finding.Class, FindingKind.Measure => finding.Part, _ => null };
        templates.TextOf(new FindingTextKey(finding.Standard, finding.Kind, finding.State, ground)).For(values).Append(values, ref text);
    }
}

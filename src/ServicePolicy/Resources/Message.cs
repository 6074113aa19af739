using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;

namespace ServicePolicy.Resources;

/// <summary>Puts findings and decisions into words, in memory on the stack where they fit.</summary>
internal static class Message
{
    private const int Usual = 512;

    /// <summary>A finding in words: the frame of its kind and state around the text of its standard.</summary>
    public static string Of(Finding finding, CultureInfo culture, DateTimeZone? zone)
    {
        DefaultInterpolatedStringHandler text = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[Usual]);
        Append(finding, MessageTemplates.Of(culture), zone, ref text);
        return text.ToStringAndClear();
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

    /// <summary>Writes a finding in words as a property.</summary>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Finding finding, CultureInfo culture)
    {
        DefaultInterpolatedStringHandler text = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[Usual]);
        Append(finding, MessageTemplates.Of(culture), null, ref text);
        writer.WriteString(name, text.Text);
        text.Clear();
    }

    private static string Of(Template first, in DecisionValues values, IReadOnlyList<Finding> deciding, MessageTemplates templates)
    {
        DefaultInterpolatedStringHandler text = new(0, 0, CultureInfo.InvariantCulture, stackalloc char[Usual]);
        first.Append(values, ref text);
        for (int i = 0; i < deciding.Count; i++)
        {
            text.AppendLiteral("\n");
            Append(deciding[i], templates, values.Zone, ref text);
        }

        return text.ToStringAndClear();
    }

    private static void Append(Finding finding, MessageTemplates templates, DateTimeZone? zone, ref DefaultInterpolatedStringHandler text) =>
        templates.Frame(finding.Kind, finding.State).Append(new FindingValues(finding, templates, zone), ref text);
}

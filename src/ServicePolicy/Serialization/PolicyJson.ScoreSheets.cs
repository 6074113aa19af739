using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ServicePolicy.Inspection;
using ServicePolicy.Resources;

namespace ServicePolicy.Serialization;

public static partial class PolicyJson
{
    /// <summary>Writes a score card point by point; a score that cannot be told is null. <c>title</c> is for people, as <c>message</c> is.</summary>
    public static void WriteScoreSheet(Utf8JsonWriter writer, ScoreSheet sheet, CultureInfo culture, FactTypes? types = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(culture);
        types ??= FactTypes.Default;
        writer.WriteStartObject();
        WriteKey(writer, "card", sheet.Card, null, types);
        WritePoints(writer, "score", sheet.Score);
        writer.WriteNumber("outOf", sheet.OutOf);
        WritePoints(writer, "bonus", sheet.Bonus);
        if (!sheet.DesertedCounters.IsEmpty)
        {
            writer.WriteStartArray("desertedCounters");
            foreach (FactKey check in sheet.DesertedCounters)
            {
                WriteKey(writer, null, check, null, types);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartArray("sections");
        foreach (ScoreSheetSection section in sheet.Sections)
        {
            writer.WriteStartObject();
            writer.WriteString(JsonNames.Standard, section.Standard);
            writer.WriteString("title", MessageTemplates.Title(section.Standard, culture));
            WritePoints(writer, "score", section.Score);
            writer.WriteNumber("outOf", section.Points);
            WriteLines(writer, "deductions", section.Lines, culture, types);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (!sheet.OpenBreaches.IsEmpty)
        {
            WriteLines(writer, "openBreaches", sheet.OpenBreaches, culture, types);
        }

        writer.WriteEndObject();
    }

    private static void WriteScoreSheets(Utf8JsonWriter writer, PolicyDecision decision, CultureInfo culture, FactTypes types)
    {
        IReadOnlyList<ScoreSheet> sheets = ScoreSheet.Of(decision);
        if (sheets.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("scoreSheets");
        foreach (ScoreSheet sheet in sheets)
        {
            WriteScoreSheet(writer, sheet, culture, types);
        }

        writer.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter writer, string name, ImmutableArray<ScoreSheetLine> lines, CultureInfo culture, FactTypes types)
    {
        writer.WriteStartArray(name);
        foreach (ScoreSheetLine line in lines)
        {
            writer.WriteStartObject();
            WritePoints(writer, "points", line.Points);
            if (line.Item is { } item)
            {
                writer.WriteString("item", item);
            }

            if (line.Clause is { } clause)
            {
                writer.WriteString("clause", clause);
            }

            if ((line.Clause ?? line.Item) is { } titled)
            {
                writer.WriteString("title", MessageTemplates.Title(titled, culture));
            }

            WriteKey(writer, "source", line.Source, line.Fact, types);
            if (!line.MissingInputs.IsEmpty)
            {
                writer.WriteStartArray(JsonNames.Inputs);
                foreach (string input in line.MissingInputs)
                {
                    writer.WriteStringValue(input);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePoints(Utf8JsonWriter writer, string name, decimal? points)
    {
        if (points is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteKey(Utf8JsonWriter writer, string? name, FactKey key, IFact? fact, FactTypes types)
    {
        if (name is null)
        {
            writer.WriteStartObject();
        }
        else
        {
            writer.WriteStartObject(name);
        }

        writer.WriteString(JsonNames.Type, fact is null ? JsonEncodedText.Encode(CamelCase.Of(key.Type)) : types.NameOf(fact));
        writer.WriteString(JsonNames.Id, key.Id);
        writer.WriteEndObject();
    }
}

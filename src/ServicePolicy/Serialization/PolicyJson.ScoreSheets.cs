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
        JsonBuilder.Write(writer, (sheet, new Telling(culture, types)), static (ref JsonBuilder json, (ScoreSheet Sheet, Telling Telling) told) => Add(ref json, told.Sheet, told.Telling));
    }

    private static void AddScoreSheets(ref JsonBuilder json, PolicyDecision decision, Telling telling)
    {
        IReadOnlyList<ScoreSheet> sheets = ScoreSheet.Of(decision);
        if (sheets.Count == 0)
        {
            return;
        }

        json.StartArray(JsonNames.ScoreSheets);
        foreach (ScoreSheet sheet in sheets)
        {
            Add(ref json, sheet, telling);
        }

        json.EndArray();
    }

    private static void Add(ref JsonBuilder json, ScoreSheet sheet, Telling telling)
    {
        json.StartObject();
        json.Key(JsonNames.Card, sheet.Card);
        json.Number(JsonNames.Score, sheet.Score);
        json.Number(JsonNames.OutOf, sheet.OutOf);
        json.Number(JsonNames.Bonus, sheet.Bonus);
        if (!sheet.DesertedCounters.IsEmpty)
        {
            json.StartArray(JsonNames.DesertedCounters);
            foreach (FactKey check in sheet.DesertedCounters)
            {
                json.Key(check);
            }

            json.EndArray();
        }

        json.StartArray(JsonNames.Sections);
        foreach (ScoreSheetSection section in sheet.Sections)
        {
            json.StartObject();
            json.String(JsonNames.Standard, section.Standard);
            json.String(JsonNames.Title, MessageTemplates.Title(section.Standard, telling.Culture));
            json.Number(JsonNames.Score, section.Score);
            json.Number(JsonNames.OutOf, section.Points);
            AddLines(ref json, JsonNames.Deductions, section.Lines, telling);
            json.EndObject();
        }

        json.EndArray();
        if (!sheet.OpenBreaches.IsEmpty)
        {
            AddLines(ref json, JsonNames.OpenBreaches, sheet.OpenBreaches, telling);
        }

        json.EndObject();
    }

    private static void AddLines(ref JsonBuilder json, JsonName name, ImmutableArray<ScoreSheetLine> lines, Telling telling)
    {
        json.StartArray(name);
        foreach (ScoreSheetLine line in lines)
        {
            json.StartObject();
            json.Number(JsonNames.Points, line.Points);
            if (line.Item is { } item)
            {
                json.String(JsonNames.Item, item);
            }

            if (line.Clause is { } clause)
            {
                json.String(JsonNames.Clause, clause);
            }

            if ((line.Clause ?? line.Item) is { } titled)
            {
                json.String(JsonNames.Title, MessageTemplates.Title(titled, telling.Culture));
            }

            if (line.Fact is { } fact)
            {
                json.Key(JsonNames.Source, fact, telling.Types);
            }
            else
            {
                json.Key(JsonNames.Source, line.Source);
            }

            AddInputs(ref json, line.MissingInputs);
            json.EndObject();
        }

        json.EndArray();
    }
}

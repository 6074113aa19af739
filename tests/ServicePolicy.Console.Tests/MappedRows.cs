using System.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Mapping;

namespace ServicePolicy.Samples.Tests;

/// <summary>Cases that a mapping makes of the rows of a table in memory.</summary>
internal static class MappedRows
{
    public static Reading[] Read(Bench bench, string mapping, string csv, params (string Name, string Text)[] files) => Read(bench, mapping, Encoding.UTF8.GetBytes(csv), files);

    public static Reading[] Read(Bench bench, string mapping, byte[] csv, params (string Name, string Text)[] files)
    {
        foreach ((string name, string text) in files)
        {
            bench.Write(name, text);
        }

        TableMapping read = MappingFile.Read(bench.Write("map.json", mapping));
        using InputFile file = InputFile.Open(InputFile.Standard, new MemoryStream(csv), CaseFormat.Csv, hasMapping: true);
        return [.. CaseFile.Batches(file, read).SelectMany(batch => batch.Read())];
    }

    /// <summary>The one fact of the one row.</summary>
    public static TFact Fact<TFact>(Bench bench, string mapping, string csv) => (TFact)Read(bench, mapping, csv).Single().Case!.Root;

    /// <summary>What is wrong with the rows that make no case, with line and column.</summary>
    public static string[] Errors(Reading[] readings) => [.. readings.Where(reading => reading.Case is null).Select(reading => $"{reading.Place.Line}:{reading.Place.Column}: {reading.Error}")];
}

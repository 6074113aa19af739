using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>Cases from JSON, JSON Lines or CSV; one at a time is held.</summary>
internal static class CaseFile
{
    public static IEnumerable<Reading> Read(string file, Stream stream, CsvMapping? mapping) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSV" or ".TSV" => new CsvCases(mapping ?? throw new InputException($"{file} is CSV: say with --mapping which column is which.")).Read(stream),
        ".JSONL" or ".NDJSON" => PolicyJson.ReadCaseLines(stream).Select(Of),
        ".JSON" => PolicyJson.ReadCases(stream).Select(Of),
        _ => throw new InputException($"{file}: '{Path.GetExtension(file)}' is no known kind of file. Use .json, .jsonl or .csv."),
    };

    private static Reading Of(CaseReading reading) => reading.Error is { } error
        ? new Reading(null, error.Message, error.Line, error.Column)
        : new Reading(reading.Case, null, reading.Line, reading.Column);
}

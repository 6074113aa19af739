using ServicePolicy.Samples.Mapping;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>The cases of a file, in batches: no more of it is held than the batches under way.</summary>
internal static class CaseFile
{
    private const int BatchSize = 64;

    public static IEnumerable<ICaseBatch> Batches(InputFile file, TableMapping? mapping) => file.Format switch
    {
        CaseFormat.Csv => new CsvSource(file, mapping ?? throw new InputException($"{file.Name} is CSV: say with --mapping which column is which.")).Batches(),
        CaseFormat.JsonLines => new JsonLinesSource(file).Batches(),
        _ => PolicyJson.ReadCases(file.Content).Select(reading => Of(file.Name, reading)).Chunk(BatchSize).Select(batch => new ReadingBatch(batch)),
    };

    private static Reading Of(string file, CaseReading reading) => reading.Error is { } error
        ? new Reading(null, error.Message, new Place(file, error.Line, error.Column))
        : new Reading(reading.Case, null, new Place(file, reading.Line, reading.Column));
}

using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Cases of a table; the rows become facts where the batch is read.</summary>
internal sealed class CsvBatch(IReadOnlyList<CsvItem> items) : ICaseBatch
{
    public IEnumerable<Reading> Read() => items.Select(item => item.Read());
}

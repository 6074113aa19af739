namespace ServicePolicy.Samples.Input;

/// <summary>Cases that were read already.</summary>
internal sealed class ReadingBatch(IReadOnlyList<Reading> readings) : ICaseBatch
{
    public IEnumerable<Reading> Read() => readings;
}

namespace ServicePolicy.Samples.Input;

/// <summary>Some cases that follow one another in a file. Reading them is work for any thread; cutting the file into batches is work for one.</summary>
internal interface ICaseBatch
{
    /// <summary>The cases, in order; read once.</summary>
    IEnumerable<Reading> Read();
}

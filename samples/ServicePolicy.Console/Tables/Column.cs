namespace ServicePolicy.Samples.Tables;

/// <summary>A column that a mapping names.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Slot">Its position among the columns that are looked at.</param>
internal readonly record struct Column(string Name, int Slot);

namespace ServicePolicy.Samples.Host.Cases;

/// <summary>A case to pick.</summary>
/// <param name="Id">Its place among all cases.</param>
/// <param name="Description">What it shows.</param>
/// <param name="AsOf">An instant that it is about.</param>
internal sealed record SampleCase(int Id, string Description, string? AsOf);

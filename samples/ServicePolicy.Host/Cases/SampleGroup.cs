namespace ServicePolicy.Samples.Host.Cases;

/// <summary>Cases that ship together.</summary>
/// <param name="Name">The family or the story, by the name of its folder or file.</param>
/// <param name="Cases">The cases.</param>
internal sealed record SampleGroup(string Name, IReadOnlyList<SampleCase> Cases);

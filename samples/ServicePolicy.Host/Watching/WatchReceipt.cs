namespace ServicePolicy.Samples.Host.Watching;

/// <summary>A case is watched.</summary>
/// <param name="Case">The case.</param>
/// <param name="Store">Where it is kept: <c>memory</c> or <c>postgresql</c>.</param>
internal sealed record WatchReceipt(string Case, string Store);

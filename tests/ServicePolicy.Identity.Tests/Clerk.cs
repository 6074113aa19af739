using System.Collections.Immutable;

namespace ServicePolicy.Identity.Tests;

/// <summary>A user of the test's own.</summary>
public sealed class Clerk
{
    public string Id { get; set; } = "A1";

    public string? Name { get; set; }

    public string? NormalisedName { get; set; }

    /// <summary>The hashes of the passwords, the newest first.</summary>
    public ImmutableList<string> Hashes { get; set; } = [];

    public DateTimeOffset? LockoutEnd { get; set; }
}

namespace ServicePolicy.Samples.Host.SignIn;

/// <summary>Who may sign in to the sample.</summary>
internal sealed class HostUser
{
    public string Name { get; set; } = string.Empty;

    public string? NormalizedName { get; set; }

    public string? PasswordHash { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }
}

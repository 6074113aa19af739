using NodaTime;

namespace ServicePolicy.Identity;

/// <summary>What the rules cannot know by themselves of how accounts are used.</summary>
public sealed class PolicyIdentityOptions
{
    /// <summary>Whether a password is only ever used together with a second factor (PWD-01).</summary>
    /// <value><see cref="YesNo.No"/> by default: a password stands alone unless the host asks every account for more.</value>
    public YesNo SecondFactor { get; set; } = YesNo.No;

    /// <summary>After which time a password that is still being verified counts as wrong.</summary>
    /// <value>A minute by default.</value>
    public Duration HoldFor { get; set; } = Duration.FromMinutes(1);
}

using ServicePolicy.Credentials;

namespace ServicePolicy.Identity.Tests;

/// <summary>One password is on the list.</summary>
public sealed class Words : IPasswordBlocklist
{
    public ValueTask<YesNo> ContainsAsync(Secret password, CancellationToken cancellationToken = default) =>
        new(password.Reveal() == "passwordpassword" ? YesNo.Yes : YesNo.No);
}

using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity.Tests;

/// <summary>Everyone is Li Wei.</summary>
public sealed class Holders : IAccountHolderSource<Clerk>
{
    public ValueTask<AccountHolder?> FindAsync(Clerk user, CancellationToken cancellationToken) => new(new AccountHolder
    {
        Id = user.Id,
        AccountId = user.Id,
        KnownSince = Instant.MinValue,
        Login = user.Name!,
        Names = ["李伟", "Li Wei"],
        Birthday = new LocalDate(1990, 5, 12),
    });
}

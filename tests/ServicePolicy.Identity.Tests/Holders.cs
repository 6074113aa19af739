using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity.Tests;

/// <summary>Everyone is Li Wei.</summary>
public sealed class Holders : IAccountHolderSource<Operator>
{
    public ValueTask<AccountHolder?> FindAsync(Operator user, CancellationToken cancellationToken) => new(new AccountHolder
    {
        Id = user.Id, AccountId = user.Id, KnownSince = Instant.MinValue, Login = user.Name!, Names = ["李伟", "Li Wei"], Birthday = new LocalDate(1990, 5, 12),
    });
}

using ServicePolicy.Credentials;

namespace ServicePolicy.Identity;

/// <summary>Tells who holds an account: what a password may not contain (CRD-03).</summary>
public interface IAccountHolderSource<TUser>
    where TUser : class
{
    /// <summary>The holder of a user's account; whatever account it names, it is taken for that of the user.</summary>
    /// <returns><see langword="null"/> where nobody knows; CRD-03 then refuses whatever password is proposed.</returns>
    ValueTask<AccountHolder?> FindAsync(TUser user, CancellationToken cancellationToken);
}

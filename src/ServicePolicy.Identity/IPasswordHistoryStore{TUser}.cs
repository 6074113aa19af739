namespace ServicePolicy.Identity;

/// <summary>A store of users that keeps the hashes of passwords used before (CRD-06); implemented by the user store, beside <c>IUserPasswordStore</c>.</summary>
public interface IPasswordHistoryStore<TUser>
    where TUser : class
{
    /// <summary>The hashes of the present password and of those before it, the newest first: at least as many as CRD-06 asks for. None for a user who never had one.</summary>
    ValueTask<IReadOnlyList<string>> GetPasswordHashesAsync(TUser user, CancellationToken cancellationToken);
}

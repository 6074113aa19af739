using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Samples.Host.SignIn;

/// <summary>The users of the sample's configuration, in memory; a host has them in its database.</summary>
internal sealed class HostUsers : IUserPasswordStore<HostUser>, IUserLockoutStore<HostUser>
{
    private readonly Dictionary<string, HostUser> byName;

    /// <summary>Hashes what configuration has, once.</summary>
    public HostUsers(IReadOnlyDictionary<string, string> passwords, IPasswordHasher<HostUser> hasher, ILookupNormalizer names) =>
        byName = passwords.Select(pair => new HostUser { Name = pair.Key, NormalizedName = names.NormalizeName(pair.Key), PasswordHash = hasher.HashPassword(new HostUser(), pair.Value) })
            .ToDictionary(user => user.NormalizedName!, StringComparer.Ordinal);

    public Task<HostUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(byName.GetValueOrDefault(normalizedUserName));

    public Task<HostUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(byName.Values.FirstOrDefault(user => user.Name == userId));

    public Task<string> GetUserIdAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(user.Name);

    public Task<string?> GetUserNameAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedName);

    public Task<string?> GetPasswordHashAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(HostUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(HostUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockoutEnd = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<bool> GetLockoutEnabledAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IdentityResult> UpdateAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> CreateAsync(HostUser user, CancellationToken cancellationToken) => throw Fixed();

    public Task<IdentityResult> DeleteAsync(HostUser user, CancellationToken cancellationToken) => throw Fixed();

    public Task SetUserNameAsync(HostUser user, string? userName, CancellationToken cancellationToken) => throw Fixed();

    public Task SetNormalizedUserNameAsync(HostUser user, string? normalizedName, CancellationToken cancellationToken) => throw Fixed();

    public Task SetLockoutEnabledAsync(HostUser user, bool enabled, CancellationToken cancellationToken) => throw Fixed();

    // The gate counts wrong passwords, and not the store.
    public Task<int> GetAccessFailedCountAsync(HostUser user, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<int> IncrementAccessFailedCountAsync(HostUser user, CancellationToken cancellationToken) => throw Fixed();

    public Task ResetAccessFailedCountAsync(HostUser user, CancellationToken cancellationToken) => throw Fixed();

    public void Dispose()
    {
    }

    private static NotSupportedException Fixed() => new("The users of the sample are those of its configuration.");
}

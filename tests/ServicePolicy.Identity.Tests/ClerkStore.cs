using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Identity.Tests;

/// <summary>Users in memory, with their passwords' history and lockout.</summary>
public sealed class ClerkStore : IUserPasswordStore<Clerk>, IUserLockoutStore<Clerk>, IPasswordHistoryStore<Clerk>
{
    private readonly ConcurrentDictionary<string, Clerk> byName = [];

    public Task<IdentityResult> CreateAsync(Clerk user, CancellationToken cancellationToken) =>
        Task.FromResult(byName.TryAdd(user.NormalisedName!, user) ? IdentityResult.Success : IdentityResult.Failed());

    public Task<IdentityResult> UpdateAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(Clerk user, CancellationToken cancellationToken) =>
        Task.FromResult(byName.TryRemove(user.NormalisedName!, out _) ? IdentityResult.Success : IdentityResult.Failed());

    public Task<Clerk?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(byName.Values.FirstOrDefault(user => user.Id == userId));

    public Task<Clerk?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(byName.GetValueOrDefault(normalizedUserName));

    public Task<string> GetUserIdAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(user.NormalisedName);

    public Task SetUserNameAsync(Clerk user, string? userName, CancellationToken cancellationToken) => Done(() => user.Name = userName);

    public Task SetNormalizedUserNameAsync(Clerk user, string? normalizedName, CancellationToken cancellationToken) => Done(() => user.NormalisedName = normalizedName);

    public Task<string?> GetPasswordHashAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(user.Hashes.FirstOrDefault());

    public Task<bool> HasPasswordAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(!user.Hashes.IsEmpty);

    public Task SetPasswordHashAsync(Clerk user, string? passwordHash, CancellationToken cancellationToken) => Done(() => user.Hashes = user.Hashes.Insert(0, passwordHash!));

    public ValueTask<IReadOnlyList<string>> GetPasswordHashesAsync(Clerk user, CancellationToken cancellationToken) => new(user.Hashes);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Clerk user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(() => user.LockoutEnd = lockoutEnd);

    public Task<bool> GetLockoutEnabledAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Clerk user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> IncrementAccessFailedCountAsync(Clerk user, CancellationToken cancellationToken) => throw new InvalidOperationException("The gate counts, and not the user.");

    public Task ResetAccessFailedCountAsync(Clerk user, CancellationToken cancellationToken) => throw new InvalidOperationException("The gate counts, and not the user.");

    public Task<int> GetAccessFailedCountAsync(Clerk user, CancellationToken cancellationToken) => Task.FromResult(0);

    public void Dispose()
    {
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Identity.Tests;

/// <summary>Users in memory, with their passwords' history and lockout.</summary>
public sealed class OperatorStore : IUserPasswordStore<Operator>, IUserLockoutStore<Operator>, IPasswordHistoryStore<Operator>
{
    private readonly ConcurrentDictionary<string, Operator> byName = [];

    public Task<IdentityResult> CreateAsync(Operator user, CancellationToken cancellationToken) =>
        Task.FromResult(byName.TryAdd(user.NormalisedName!, user) ? IdentityResult.Success : IdentityResult.Failed());

    public Task<IdentityResult> UpdateAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(Operator user, CancellationToken cancellationToken) =>
        Task.FromResult(byName.TryRemove(user.NormalisedName!, out _) ? IdentityResult.Success : IdentityResult.Failed());

    public Task<Operator?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(byName.Values.FirstOrDefault(user => user.Id == userId));

    public Task<Operator?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => Task.FromResult(byName.GetValueOrDefault(normalizedUserName));

    public Task<string> GetUserIdAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(user.Name);

    public Task<string?> GetNormalizedUserNameAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(user.NormalisedName);

    public Task SetUserNameAsync(Operator user, string? userName, CancellationToken cancellationToken) => Done(() => user.Name = userName);

    public Task SetNormalizedUserNameAsync(Operator user, string? normalizedName, CancellationToken cancellationToken) => Done(() => user.NormalisedName = normalizedName);

    public Task<string?> GetPasswordHashAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(user.Hashes.FirstOrDefault());

    public Task<bool> HasPasswordAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(!user.Hashes.IsEmpty);

    public Task SetPasswordHashAsync(Operator user, string? passwordHash, CancellationToken cancellationToken) => Done(() => user.Hashes = user.Hashes.Insert(0, passwordHash!));

    public ValueTask<IReadOnlyList<string>> GetPasswordHashesAsync(Operator user, CancellationToken cancellationToken) => new(user.Hashes);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Operator user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(() => user.LockoutEnd = lockoutEnd);

    public Task<bool> GetLockoutEnabledAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Operator user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<int> IncrementAccessFailedCountAsync(Operator user, CancellationToken cancellationToken) => throw new InvalidOperationException("The gate counts, and not the user.");

    public Task ResetAccessFailedCountAsync(Operator user, CancellationToken cancellationToken) => throw new InvalidOperationException("The gate counts, and not the user.");

    public Task<int> GetAccessFailedCountAsync(Operator user, CancellationToken cancellationToken) => Task.FromResult(0);

    public void Dispose()
    {
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}

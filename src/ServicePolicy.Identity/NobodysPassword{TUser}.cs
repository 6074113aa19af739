using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Identity;

/// <summary>A hash that no password has, for logins that no account has: verifying takes as long as for one that there is.</summary>
public sealed class NobodysPassword<TUser>
    where TUser : class, new()
{
    private readonly Lock making = new();
    private string? hash;

    /// <summary>Verifies, and finds that it is not.</summary>
    internal Task<bool> VerifyAsync(UserManager<TUser> manager, string password)
    {
        TUser user = new();
        manager.PasswordHasher.VerifyHashedPassword(user, Hash(manager.PasswordHasher, user), password);
        return Task.FromResult(false);
    }

    private string Hash(IPasswordHasher<TUser> hasher, TUser user)
    {
        lock (making)
        {
            return hash ??= hasher.HashPassword(user, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }
    }
}

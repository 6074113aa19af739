using Microsoft.AspNetCore.Identity;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity;

/// <summary>Hashes and verifies passwords normalised (NFC), by the host's hasher: what is typed composed and decomposed is one password.</summary>
/// <remarks>A hash of a password that was not normalised, and would have been another, no longer verifies. Passwords in ASCII are the same either way.</remarks>
internal sealed class NormalisingPasswordHasher<TUser>(IPasswordHasher<TUser> inner) : IPasswordHasher<TUser>
    where TUser : class
{
    public string HashPassword(TUser user, string password) => inner.HashPassword(user, Normalised(password));

    public PasswordVerificationResult VerifyHashedPassword(TUser user, string hashedPassword, string providedPassword) =>
        inner.VerifyHashedPassword(user, hashedPassword, Normalised(providedPassword));

    private static string Normalised(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return PasswordText.TryNormalise(new Secret(password), int.MaxValue, out string? text) ? text : password;
    }
}

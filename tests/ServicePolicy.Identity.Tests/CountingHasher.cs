using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Identity.Tests;

/// <summary>Hashes nothing, and counts what it verifies.</summary>
public sealed class CountingHasher : IPasswordHasher<Clerk>
{
    private int verified;

    public int Verified => verified;

    public string HashPassword(Clerk user, string password) => $"#{password}";

    public PasswordVerificationResult VerifyHashedPassword(Clerk user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return hashedPassword == $"#{providedPassword}" ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}

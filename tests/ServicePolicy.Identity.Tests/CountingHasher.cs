using Microsoft.AspNetCore.Identity;

namespace ServicePolicy.Identity.Tests;

/// <summary>Hashes nothing, and counts what it verifies.</summary>
public sealed class CountingHasher : IPasswordHasher<Operator>
{
    private int verified;

    public int Verified => verified;

    public string HashPassword(Operator user, string password) => $"#{password}";

    public PasswordVerificationResult VerifyHashedPassword(Operator user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref verified);
        return hashedPassword == $"#{providedPassword}" ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}

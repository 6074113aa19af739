namespace ServicePolicy.Credentials;

/// <summary>Passwords that are commonly used, expected or known to others (PWD-02).</summary>
public interface IPasswordBlocklist
{
    /// <summary>Whether a password is on the list; unknown where nobody can tell, which refuses it.</summary>
    ValueTask<YesNo> ContainsAsync(Secret password, CancellationToken cancellationToken = default);
}

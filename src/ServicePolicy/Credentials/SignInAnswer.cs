namespace ServicePolicy.Credentials;

/// <summary>What someone who tries to sign in is told: nothing of why.</summary>
public enum SignInAnswer : byte
{
    /// <summary>No: the password is wrong, the account is locked, or there is no such account.</summary>
    Refused,

    /// <summary>Yes.</summary>
    Admitted,
}

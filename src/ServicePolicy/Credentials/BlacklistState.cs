namespace ServicePolicy.Credentials;

/// <summary>How an account stands with the blacklist.</summary>
internal enum BlacklistState : byte
{
    /// <summary>No password is known to be set, so that there is nothing to count from.</summary>
    NoPassword,

    /// <summary>The days are being counted.</summary>
    Fresh,

    /// <summary>It is on the blacklist.</summary>
    Listed,
}

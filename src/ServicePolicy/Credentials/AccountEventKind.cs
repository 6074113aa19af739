using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Credentials;

/// <summary>What happened to an operator's account.</summary>
[JsonConverter(typeof(EnumNameConverter<AccountEventKind>))]
public enum AccountEventKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A password was set: the initial one, or a change.</summary>
    PasswordSet,

    /// <summary>A sign-in was tried with a wrong password, and the password was verified.</summary>
    WrongPassword,

    /// <summary>A sign-in with the right password: it opens a session.</summary>
    SignedIn,

    /// <summary>An open session was used, or renewed without a password.</summary>
    SessionRefreshed,

    /// <summary>A session was closed.</summary>
    SignedOut,

    /// <summary>The account was unlocked after wrong passwords.</summary>
    Unlocked,

    /// <summary>The account was taken off the blacklist.</summary>
    TakenOffBlacklist,

    /// <summary>The account itself was changed.</summary>
    Changed,

    /// <summary>The operator was reminded to change the password.</summary>
    Reminded,

    /// <summary>There is evidence that the password is known to others.</summary>
    Compromised,
}

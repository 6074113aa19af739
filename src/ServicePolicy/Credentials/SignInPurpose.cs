using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Credentials;

/// <summary>What an operator's account is to be used for.</summary>
[JsonConverter(typeof(EnumNameConverter<SignInPurpose>))]
public enum SignInPurpose : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>To work: a session is opened.</summary>
    Work,

    /// <summary>To go on in the session that is open at the place.</summary>
    Continue,

    /// <summary>To change the password, and nothing else.</summary>
    ChangePassword,
}

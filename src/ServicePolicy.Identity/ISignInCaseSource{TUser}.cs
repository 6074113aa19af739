using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity;

/// <summary>Tells what a sign-in is decided on: rotation, evidence of compromise, an initial password, sessions elsewhere.</summary>
public interface ISignInCaseSource<TUser>
    where TUser : class
{
    /// <summary>The case of a sign-in, with a <see cref="SignInRequest"/> as its root, the <see cref="OperatorAccount"/>, its <see cref="AccountEvent"/>s and its <see cref="InitialPassword"/>.</summary>
    ValueTask<PolicyCase> CreateAsync(TUser user, Instant now, CancellationToken cancellationToken);
}

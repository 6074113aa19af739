using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity;

/// <summary>Signs in by passwords through a <see cref="SignInGate"/>: no more are verified than CRD-05 allows, or PWD-04, however many are tried at once.</summary>
/// <remarks>
/// Every wrong password counts, whatever <c>lockoutOnFailure</c> says. A login that no account has is counted and locked as any other, and takes as long. A user whose
/// lockout has an end (<c>LockoutEnd</c>) is refused until then, and no longer at that instant; what is tried meanwhile is not verified, and does not count. Once the password is right, the engine is asked about the
/// sign-in itself, where an <see cref="ISignInCaseSource{TUser}"/> tells of the account.
/// </remarks>
public class PolicySignInManager<TUser> : SignInManager<TUser>
    where TUser : class, new()
{
    private readonly SignInGate gate;
    private readonly NobodysPassword<TUser> nobody;
    private readonly TimeProvider time;
    private readonly PolicyEngine engine;
    private readonly ISignInCaseSource<TUser>? cases;

    /// <summary>Made by dependency injection.</summary>
    public PolicySignInManager(
        UserManager<TUser> userManager,
        IHttpContextAccessor contextAccessor,
        IUserClaimsPrincipalFactory<TUser> claimsFactory,
        IOptions<IdentityOptions> optionsAccessor,
        ILogger<SignInManager<TUser>> logger,
        IAuthenticationSchemeProvider schemes,
        IUserConfirmation<TUser> confirmation,
        SignInGate gate,
        NobodysPassword<TUser> nobody,
        TimeProvider time,
        PolicyEngine engine,
        ISignInCaseSource<TUser>? cases = null)
        : base(userManager, contextAccessor, claimsFactory, optionsAccessor, logger, schemes, confirmation)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(nobody);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(engine);
        (this.gate, this.nobody, this.time, this.engine, this.cases) = (gate, nobody, time, engine, cases);
    }

    /// <summary>What the engine decided on the last sign-in for which the right password was given, and why.</summary>
    /// <value><see langword="null"/> where it was not asked.</value>
    public RequestDecision? Decision { get; private set; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <inheritdoc/>
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (await UserManager.FindByNameAsync(userName).ConfigureAwait(false) is { } user)
        {
            return await PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure).ConfigureAwait(false);
        }

        string login = UserManager.NormalizeName(userName);
        Instant now = Now;
        return await gate.IsLockedAsync(login, now).ConfigureAwait(false) ? SignInResult.LockedOut : await TryAsync(login, password, now, candidate => nobody.VerifyAsync(UserManager, candidate)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<SignInResult> CheckPasswordSignInAsync(TUser user, string password, bool lockoutOnFailure)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (await PreSignInCheck(user).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        Instant now = Now;
        SignInResult tried = await TryAsync(await LoginAsync(user).ConfigureAwait(false), password, now, candidate => UserManager.CheckPasswordAsync(user, candidate)).ConfigureAwait(false);
        if (!tried.Succeeded || cases is null)
        {
            return tried;
        }

        Decision = engine.EvaluateRequest(await cases.CreateAsync(user, now, CancellationToken.None).ConfigureAwait(false), now);
        return Decision.Outcome is RequestOutcome.Allowed or RequestOutcome.NotApplicable ? tried : SignInResult.NotAllowed;
    }

    /// <summary>Unlocks a user, if the area manager does it on request (CRD-08).</summary>
    /// <returns>Whether the user was unlocked; never by current guidance, which asks for a new password.</returns>
    public async Task<bool> UnlockAsync(TUser user, AccountActor by, YesNo requested)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await gate.UnlockAsync(await LoginAsync(user).ConfigureAwait(false), by, requested, Now).ConfigureAwait(false);
    }

    /// <summary>A new password was set for a user: by current guidance the count begins again (PWD-04).</summary>
    /// <returns>Whether it began again; never by HB, where the area manager alone unlocks.</returns>
    public async Task<bool> PasswordSetAsync(TUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await gate.PasswordSetAsync(await LoginAsync(user).ConfigureAwait(false), Now).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsLockedOut(TUser user)
    {
        Instant now = Now;
        return (UserManager.SupportsUserLockout && await UserManager.GetLockoutEnabledAsync(user).ConfigureAwait(false) && await UserManager.GetLockoutEndDateAsync(user).ConfigureAwait(false) is { } end && now < Instant.FromDateTimeOffset(end))
            || await gate.IsLockedAsync(await LoginAsync(user).ConfigureAwait(false), now).ConfigureAwait(false);
    }

    private async Task<string> LoginAsync(TUser user) =>
        UserManager.NormalizeName(await UserManager.GetUserNameAsync(user).ConfigureAwait(false) ?? throw new InvalidOperationException("The user has no name, so that nothing can be counted. Give the user a name."));

    private async Task<SignInResult> TryAsync(string login, string password, Instant now, Func<string, Task<bool>> verify)
    {
        SignInAnswer answer = await gate.TryAsync(login, new Secret(password), async (_, candidate, _) => await verify(candidate.Reveal()).ConfigureAwait(false), now).ConfigureAwait(false);
        return answer == SignInAnswer.Admitted ? SignInResult.Success
            : await gate.IsLockedAsync(login, now).ConfigureAwait(false) ? SignInResult.LockedOut
            : SignInResult.Failed;
    }
}

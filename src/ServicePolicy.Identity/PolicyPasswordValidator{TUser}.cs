using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity;

/// <summary>Asks the engine whether a password may be set: CRD of the handbook, or current guidance (PWD).</summary>
/// <remarks>
/// What is refused says why in the words of the clauses, in the culture of the request; the code of an error is the Id of the clause. What nobody can tell is refused
/// too, and the message names what is missing.
/// </remarks>
public sealed class PolicyPasswordValidator<TUser>(
    PolicyEngine engine,
    IUserStore<TUser> store,
    TimeProvider time,
    IOptions<PolicyIdentityOptions> options,
    IPasswordBlocklist? blocklist = null,
    IAccountHolderSource<TUser>? holders = null) : IPasswordValidator<TUser>
    where TUser : class
{
    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<TUser> manager, TUser user, string? password)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(user);
        Secret secret = new(password ?? string.Empty);
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        string account = await manager.GetUserIdAsync(user).ConfigureAwait(false);
        PasswordCandidate candidate = new()
        {
            Id = "candidate",
            AccountId = account,
            ProposedAt = now,
            Password = secret,
            Reuse = await CompareAsync(manager, user, secret).ConfigureAwait(false),
            OnBlocklist = blocklist is null ? YesNo.Unknown : await blocklist.ContainsAsync(secret, CancellationToken.None).ConfigureAwait(false),
            SecondFactor = options.Value.SecondFactor,
        };
        AccountHolder? holder = holders is null ? null : await holders.FindAsync(user, CancellationToken.None).ConfigureAwait(false);
        RequestDecision decision = engine.EvaluateRequest(holder is null ? new PolicyCase(candidate) : new PolicyCase(candidate, holder with { AccountId = account }), now);
        return decision.Outcome is RequestOutcome.Allowed or RequestOutcome.NotApplicable
            ? IdentityResult.Success
            : IdentityResult.Failed([.. decision.Deciding.Select(finding => new IdentityError { Code = finding.Standard.Id, Description = finding.Describe(CultureInfo.CurrentUICulture) })]);
    }

    /// <summary>Each of the hashes that are kept, by the host's hasher; nobody compares where none are kept.</summary>
    private async ValueTask<PasswordReuse> CompareAsync(UserManager<TUser> manager, TUser user, Secret password) => store is IPasswordHistoryStore<TUser> history
        ? PasswordReuse.Compare(
            password,
            await history.GetPasswordHashesAsync(user, CancellationToken.None).ConfigureAwait(false),
            (candidate, hash) => manager.PasswordHasher.VerifyHashedPassword(user, hash, candidate.Reveal()) != PasswordVerificationResult.Failed,
            SignInFigures.MostCharacters(engine))
        : PasswordReuse.NotCompared;
}

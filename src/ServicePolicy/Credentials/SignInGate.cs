using NodaTime;
using ServicePolicy.Gates;

namespace ServicePolicy.Credentials;

/// <summary>Lets passwords be tried as often as CRD-05 allows, or PWD-04, also when many are tried at once.</summary>
/// <remarks>
/// Safe to share by all threads. A login that no account has is counted and locked as any other, so that nobody can tell the two apart.
/// Whatever is tried while the account is locked is not verified and changes nothing. A verifier that throws has verified nothing, and the
/// try does not count; one that is cancelled may have, and it does. A login that no directory can have (longer than
/// <see cref="GateKey.MostCharacters"/>, with a NUL, no valid Unicode) is refused, neither verified nor counted.
/// </remarks>
public sealed class SignInGate
{
    private const string Scope = "sign-in";
    private static readonly Duration DefaultHold = Duration.FromMinutes(1);

    private readonly IGate gate;
    private readonly GateBudget budget;
    private readonly int mostCharacters;
    private readonly bool followsGuidance;

    /// <summary>A gate with the figures of an edition.</summary>
    /// <param name="store">Where the wrong passwords are counted.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="holdFor">After which time a password that is still being verified counts as wrong; a minute where left out.</param>
    public SignInGate(IGateStore store, CredentialStandards figures, Duration? holdFor = null)
        : this(new Gate(store), figures, holdFor)
    {
    }

    /// <summary>A gate with the figures of an edition, on a gate that is elsewhere.</summary>
    /// <param name="gate">What counts the wrong passwords.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="holdFor">After which time a password that is still being verified counts as wrong; a minute where left out.</param>
    public SignInGate(IGate gate, CredentialStandards figures, Duration? holdFor = null)
        : this(gate, figures?.WrongPasswords ?? throw new ArgumentNullException(nameof(figures)), figures.MostCharacters, holdFor)
    {
    }

    /// <summary>A gate with the figures of current guidance (PWD-04): what is disabled is so until a new password is set.</summary>
    /// <param name="gate">What counts the wrong passwords.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="holdFor">After which time a password that is still being verified counts as wrong; a minute where left out.</param>
    public SignInGate(IGate gate, GuidanceStandards figures, Duration? holdFor = null)
        : this(gate, figures?.FailedAttempts ?? throw new ArgumentNullException(nameof(figures)), figures.MostCharacters, holdFor) => followsGuidance = true;

    private SignInGate(IGate gate, int limit, int mostCharacters, Duration? holdFor)
    {
        ArgumentNullException.ThrowIfNull(gate);
        this.gate = gate;
        this.mostCharacters = mostCharacters;
        budget = new GateBudget(limit, holdFor ?? DefaultHold);
    }

    /// <summary>Tries a password.</summary>
    /// <param name="login">The login, written as the host's directory compares it.</param>
    /// <param name="password">The password; one that is too long is wrong, and not handed on.</param>
    /// <param name="verify">
    /// Whether the password, normalised (NFC), is that of the login. For a login that no account has it must answer no after as long a
    /// time, such as by verifying against a hash of nothing.
    /// </param>
    /// <param name="now">The instant of the try.</param>
    /// <param name="cancellationToken">Ends the try; what is being verified then counts as wrong once its hold ends.</param>
    /// <exception cref="AggregateException">The verifier threw, and then the store; both are told. The hold ends by itself, and counts.</exception>
    public async ValueTask<SignInAnswer> TryAsync(
        string login,
        Secret password,
        Func<string, Secret, CancellationToken, ValueTask<bool>> verify,
        Instant now,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(verify);
        if (!IsLogin(login))
        {
            return SignInAnswer.Refused;
        }

        GateReservation reservation = await gate.ReserveAsync(KeyOf(login), budget, now, cancellationToken).ConfigureAwait(false);
        if (!reservation.IsReserved)
        {
            return SignInAnswer.Refused;
        }

        bool right;
        try
        {
            right = PasswordText.TryNormalise(password, mostCharacters, out string? text)
                && await verify(login, new Secret(text), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await ReleaseAsync(reservation, now, exception).ConfigureAwait(false);
            throw;
        }

        // What was verified is counted, whether or not anyone still waits for the answer.
        return right
            ? await gate.ResetAsync(reservation, now, CancellationToken.None).ConfigureAwait(false) ? SignInAnswer.Admitted : SignInAnswer.Refused
            : await RefuseAsync(reservation, now).ConfigureAwait(false);
    }

    /// <summary>Whether a login is locked.</summary>
    public async ValueTask<bool> IsLockedAsync(string login, Instant now, CancellationToken cancellationToken = default) =>
        IsLogin(login) && await gate.SpentAsync(KeyOf(login), budget, now, cancellationToken).ConfigureAwait(false) >= budget.Limit;

    /// <summary>Unlocks a login, if the area manager does it on request (CRD-08).</summary>
    /// <returns>Whether it was unlocked; never by current guidance, which asks for a new password.</returns>
    public async ValueTask<bool> UnlockAsync(string login, AccountActor by, YesNo requested, Instant now, CancellationToken cancellationToken = default)
    {
        if (!IsLogin(login) || followsGuidance || by.Is(AccountActor.AreaManager).And(requested) != YesNo.Yes)
        {
            return false;
        }

        await gate.ResetAsync(KeyOf(login), budget, now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A new password was set for a login: by current guidance the count begins again (PWD-04).</summary>
    /// <returns>Whether it began again; never by HB, where the area manager alone unlocks.</returns>
    public async ValueTask<bool> PasswordSetAsync(string login, Instant now, CancellationToken cancellationToken = default)
    {
        if (!IsLogin(login) || !followsGuidance)
        {
            return false;
        }

        await gate.ResetAsync(KeyOf(login), budget, now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<SignInAnswer> RefuseAsync(GateReservation reservation, Instant now)
    {
        await gate.ConfirmAsync(reservation, now, CancellationToken.None).ConfigureAwait(false);
        return SignInAnswer.Refused;
    }

    private async ValueTask ReleaseAsync(GateReservation reservation, Instant now, Exception verifying)
    {
        try
        {
            await gate.ReleaseAsync(reservation, now, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception releasing)
        {
            throw new AggregateException("The password could not be verified, and the try could not be taken back.", verifying, releasing);
        }
    }

    private static bool IsLogin(string login)
    {
        ArgumentException.ThrowIfNullOrEmpty(login);
        return KeyText.ProblemOf(login, GateKey.MostCharacters) is null;
    }

    private static GateKey KeyOf(string login) => new(Scope, login);
}

using NodaTime;
using ServicePolicy.Rules;

namespace ServicePolicy.Credentials;

/// <summary>The rules of current guidance on passwords (PWD): NIST SP 800-63B-4 and OWASP ASVS 5.0.</summary>
/// <remarks>No rule asks for a mixture of characters, and none for a change after some time: that is what the guidance says of both.</remarks>
public sealed class GuidanceRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public GuidanceRules(GuidanceStandards figures)
        : base("Guidance", GuidanceStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);
        int most = figures.MostCharacters;

        Request<SignInRequest>().About<OperatorAccount>(r => r.AccountId, a => a.Id);

        Rule("PWD-01", "long").For<PasswordCandidate>()
            .When("has too many characters", c => !PasswordText.TryNormalise(c.Password, most, out _))
            .Yield((c, to) => to.Prohibition(c.ProposedAt, "tooLong"));

        Rule("PWD-01", "short").For<PasswordCandidate>()
            .When("has too few characters", c => IsShort(c, figures), nameof(PasswordCandidate.SecondFactor))
            .Yield((c, to) => to.Prohibition(c.ProposedAt, "tooShort"));

        Rule("PWD-02").For<PasswordCandidate>()
            .When("is on the block list", c => c.OnBlocklist)
            .Yield((c, to) => to.Prohibition(c.ProposedAt));

        Rule("PWD-03").For<SignInRequest>()
            .When("for more than changing the password", r => r.Purpose.Is(SignInPurpose.ChangePassword).Not())
            .Collect<AccountEvent>(r => r.AccountId, e => e.AccountId)
            .Yield((r, events, to) => to.Prohibition(AccountAutomata.Compromise.Follow(events, Instant.MinValue).While(compromised => compromised)));

        Rule("PWD-04").For<OperatorAccount>()
            .Collect<AccountEvent>(a => a.Id, e => e.AccountId)
            .Yield((a, events, to) => to.Prohibition(
                AccountAutomata.Disabling(figures.FailedAttempts).Follow(events, Instant.MinValue).While(count => count == figures.FailedAttempts).Within(new Interval(a.OpenedAt, null))));

        Rule("PWD-04", "unknown account").For<SignInRequest>()
            .Without<OperatorAccount>("the account is known", r => r.AccountId, a => a.Id)
            .Yield((r, to) => to.Indeterminate(r.RequestedAt, nameof(OperatorAccount)));
    }

    /// <summary>What is too long is not too short, and not looked at; what is long enough alone needs no second factor.</summary>
    private static YesNo IsShort(PasswordCandidate candidate, GuidanceStandards figures) =>
        !PasswordText.TryNormalise(candidate.Password, figures.MostCharacters, out string? text) ? YesNo.No : PasswordText.Length(text) switch
        {
            var length when length < Math.Min(figures.FewestAlone, figures.FewestWithSecondFactor) => YesNo.Yes,
            var length when length >= Math.Max(figures.FewestAlone, figures.FewestWithSecondFactor) => YesNo.No,
            var length => length < figures.FewestAlone ? candidate.SecondFactor.Not() : candidate.SecondFactor,
        };
}

using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Identity.Tests;

/// <summary>The log of the one account, in Shanghai.</summary>
public sealed class Log(params AccountEvent[] events) : ISignInCaseSource<Clerk>
{
    public static AccountEvent Entry(int number, Instant at, AccountEventKind kind) => new() { Id = $"E{number}", AccountId = "A1", HappenedAt = at, Kind = kind, Sequence = number };

    public ValueTask<PolicyCase> CreateAsync(Clerk user, Instant now, CancellationToken cancellationToken) => new(new PolicyCase(
        new SignInRequest { Id = "sign-in", AccountId = user.Id, RequestedAt = now, Purpose = SignInPurpose.Work, Place = "Desk 1" },
        [new OperatorAccount { Id = user.Id, OpenedAt = events[0].HappenedAt, Zone = "Asia/Shanghai" }, .. events]));
}
